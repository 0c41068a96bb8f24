"""How updates reach the bot: long polling and the webhook."""

from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.state import BenchState
from tests.telegram_bench.vocabulary import DEFAULT_UPDATES
from tests.telegram_bench.wire import ApiError, Params, bad


class Receiving(BenchState):
    """getUpdates, setWebhook and the like."""

    _poll_generation = 0
    _polling: Params | None = None
    """The poll that waits now."""

    def m_getupdates(self, params: Params) -> Any:
        with self.cond:
            if self.webhook:
                raise ApiError(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; "
                    "use deleteWebhook to delete the webhook first",
                )
            if self._polling is not None and not self._polling.gone():
                self.conflicts.append(unix_now())
            self._poll_generation += 1
            mine, self._polling = self._poll_generation, params
            self.cond.notify_all()
            try:
                self._confirm(params.integer("offset"), params.json("allowed_updates"))
                self.last_poll = unix_now()
                self.cond.notify_all()
                return self._waited_for(params, mine)
            finally:
                if mine == self._poll_generation:
                    self._polling = None

    def m_setwebhook(self, params: Params) -> bool:
        url, secret = params.text("url"), params.text("secret_token")
        if not url:
            return self.m_deletewebhook(params)
        parts = urllib.parse.urlsplit(url)
        if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if len(secret) > 256:
            raise bad("secret token is too long")
        if re.search(r"[^A-Za-z0-9_-]", secret):
            raise bad("secret token contains unallowed characters")
        self._choose(params.json("allowed_updates"))
        if params.flag("drop_pending_updates"):
            self.updates.clear()
        self.webhook = {"url": url, "secret": secret, "last_error": "", "max": params.integer("max_connections", 40)}
        self._poll_generation += 1
        self.cond.notify_all()
        return True

    def m_deletewebhook(self, params: Params) -> bool:
        if params.flag("drop_pending_updates"):
            self.updates.clear()
        self.webhook = None
        return True

    def m_getwebhookinfo(self, _: Params) -> Any:
        hook = self.webhook or {"url": ""}
        info = {"url": hook["url"], "has_custom_certificate": False, "pending_update_count": len(self.updates)}
        if hook.get("last_error"):
            info |= {"last_error_message": hook["last_error"], "last_error_date": int(unix_now())}
        return info

    def end_polls(self) -> None:
        """Let every waiting poll return."""
        self._poll_generation += 1
        self.cond.notify_all()

    def webhook_loop(self) -> None:
        """Hand updates to the webhook, in order, again and again until it takes them."""
        delay = 0.2
        while not self.stopped:
            with self.cond:
                if not (self.webhook and self.updates):
                    self.cond.wait(0.2)
                    continue
                hook, update = self.webhook, self.updates[0]
            status = _posted(hook, update)
            self.webhook_log.append((unix_now(), update["update_id"], status))
            if 200 <= status < 300:
                delay = 0.2
                self._taken(update)
            else:
                time.sleep(delay)
                delay = min(delay * 2, 5)

    def _taken(self, update: dict[str, Any]) -> None:
        with self.cond:
            if self.updates and self.updates[0] is update:
                self.updates.popleft()
                self.delivered += 1
                self.cond.notify_all()

    def _choose(self, allowed: list[str] | None) -> None:
        if allowed is not None:
            self.allowed = set(allowed) or set(DEFAULT_UPDATES)

    def _confirm(self, offset: int, allowed: list[str] | None) -> None:
        self._choose(allowed)
        while offset < 0 and len(self.updates) > -offset:
            self.updates.popleft()
        while offset > 0 and self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
            self.delivered += 1

    def _waited_for(self, params: Params, mine: int) -> list[dict[str, Any]]:
        deadline = time.monotonic() + min(params.integer("timeout"), 50)
        while not self.updates and not self.stopped and time.monotonic() < deadline:
            if params.gone():
                return []
            self.cond.wait(min(0.25, max(0.0, deadline - time.monotonic())))
            if mine != self._poll_generation and not params.gone():
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
        return list(self.updates)[: max(1, min(params.integer("limit", 100), 100))]


def _posted(hook: dict[str, Any], update: dict[str, Any]) -> int:
    headers = {"Content-Type": "application/json"}
    if hook["secret"]:
        headers["X-Telegram-Bot-Api-Secret-Token"] = hook["secret"]
    body = json.dumps(update).encode()
    request = urllib.request.Request(hook["url"], body, headers)  # noqa: S310 - setWebhook let only http(s) in
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        hook["last_error"] = f"Wrong response from the webhook: {error.code} {error.reason}"
        error.close()
        return error.code
    except OSError as error:
        hook["last_error"] = f"Connection failed: {error}"
        return 0
