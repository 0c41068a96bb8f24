"""A strict, offline Telegram Bot API with scriptable users.

    with Emulator() as tg:
        bot = tg.start_bot([sys.executable, "-m", "bot", "run"])
        ann = tg.user(101, first_name="Ann")
        for reply in ann.ask("/start"):
            print(reply.text, reply.buttons)
        assert tg.report()["errors"] == []

Only the standard library is needed, plus TDLib (`tdparse`) for Telegram's own markup parser. Everything binds to
127.0.0.1.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
import urllib.parse
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.telegram_bench import tdparse
from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.editing import Editing
from tests.telegram_bench.process import BotProcess
from tests.telegram_bench.profile import Profile
from tests.telegram_bench.receiving import Receiving
from tests.telegram_bench.sending import SEND_MEDIA
from tests.telegram_bench.server import BenchServer
from tests.telegram_bench.user import FakeUser
from tests.telegram_bench.vocabulary import OTHER_METHODS
from tests.telegram_bench.wire import ApiError, Call, Fault, Params, bad

_DRAFTS = frozenset({"sendchataction", "sendmessagedraft", "sendrichmessagedraft"})


class Emulator(Editing, Receiving, Profile):
    """The server, with the reports a test wants."""

    def __init__(self, **options: Any) -> None:
        """Take the options of `BenchState`."""
        super().__init__(**options)
        self.faults: list[Fault] = []
        self.bots: list[BotProcess] = []
        self._server = BenchServer(self)

    def __enter__(self) -> Self:
        """Serve."""
        tdparse.detect("warm up")
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        threading.Thread(target=self.webhook_loop, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop bots and server."""
        for bot in self.bots:
            bot.stop()
        with self.cond:
            self.stopped = True
            self.end_polls()
        self._server.shutdown()
        self._server.server_close()

    @property
    def base_url(self) -> str:
        """What the bot finds in TELEGRAM_API_BASE_URL; a method's address is this, the token and `/method`."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/bot"

    @property
    def base_file_url(self) -> str:
        """Where downloads come from."""
        return self.base_url.removesuffix("/bot") + "/file/bot"

    def env(self) -> dict[str, str]:
        """Return the environment that points a bot here."""
        return {
            "TELEGRAM_BOT_TOKEN": self.token,
            "TELEGRAM_API_BASE_URL": self.base_url,
            "NO_PROXY": "127.0.0.1,localhost",
            "no_proxy": "127.0.0.1,localhost",
        }

    def start_bot(
        self,
        command: Sequence[str],
        *,
        log: Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        ready_timeout: float = 60,
        fake_time: str | None = None,
    ) -> BotProcess:
        """Start the program under test and wait until it polls or has set a webhook."""
        bot = BotProcess(self, command, log=log, env=env, cwd=cwd, fake_time=fake_time)
        self.bots.append(bot)
        bot.wait_ready(ready_timeout)
        return bot

    def user(self, user_id: int, *, first_name: str = "Test", language_code: str = "en") -> FakeUser:
        """Return a person, created on first use."""
        with self.cond:
            if user_id not in self.users:
                self.users[user_id] = FakeUser(self, user_id, first_name, language_code)
            return self.users[user_id]

    def group(self, chat_id: int = -1001000000001, title: str = "Runners") -> int:
        """Create a group and return its id."""
        self.groups[chat_id] = {"id": chat_id, "type": "supergroup", "title": title}
        return chat_id

    def fail(
        self,
        method: str | None = None,
        *,
        code: int = 500,
        description: str = "Internal Server Error",
        times: int = 1,
        chat_id: int | None = None,
        parameters: Mapping[str, Any] | None = None,
        skip: int = 0,
    ) -> Fault:
        """Answer the next calls of a method (None: any but getUpdates) with an error."""
        return self._fault(
            Fault(method, times, chat_id=chat_id, code=code, description=description, parameters=parameters, skip=skip)
        )

    def too_many_requests(
        self, method: str = "sendMessage", *, retry_after: int = 1, times: int = 1, chat_id: int | None = None
    ) -> Fault:
        """Answer 429 to the next calls."""
        return self.fail(
            method,
            code=429,
            description=f"Too Many Requests: retry after {retry_after}",
            times=times,
            chat_id=chat_id,
            parameters={"retry_after": retry_after},
        )

    def break_network(
        self,
        method: str | None = None,
        kind: str = "reset",
        *,
        times: int = 1,
        seconds: float = 30.0,
        after_effect: bool = False,
        chat_id: int | None = None,
    ) -> Fault:
        """Break the next calls: `reset` (dropped), `hang`, `bad_gateway` (an HTML page), `delay`.

        With `after_effect` the call is carried out first, so the bot cannot know that it worked.
        """
        return self._fault(Fault(method, times, chat_id=chat_id, kind=kind, seconds=seconds, after_effect=after_effect))

    def pick_fault(self, method: str, params: Params) -> Fault | None:
        """Return the trouble this call runs into, if any."""
        with self.cond:
            for fault in self.faults:
                named = fault.method.lower() == method if fault.method else method != "getupdates"
                chat = fault.chat_id is None or str(fault.chat_id) == params.text("chat_id")
                if fault.times <= 0 or not named or not chat:
                    continue
                if fault.skip:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                fault.hits += 1
                self.cond.notify_all()
                return fault
        return None

    def dispatch(self, method: str, params: Params) -> tuple[int, dict[str, Any]]:
        """Run one Bot API method; return HTTP status and body."""
        files = {name: (upload[0], upload[2]) for name, upload in params.files.items()}
        call = Call(unix_now(), method, dict(params.fields), files)
        body: dict[str, Any]
        try:
            call.result = self._run(method, params)
            status, body = 200, {"ok": True, "result": call.result}
        except ApiError as error:
            call.ok, call.error, call.code = False, error.description, error.code
            status, body = error.code, {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
            self.errors.append(call)
        if method != "getupdates" or not call.ok:
            self.note(call)
        return status, body

    def note(self, call: Call) -> None:
        """Keep a call for the reports."""
        with self.cond:
            self.calls.append(call)
            self.cond.notify_all()

    def calls_to(self, method: str, chat_id: int | None = None) -> list[Call]:
        """Return the calls of one method."""
        with self.cond:
            return [
                call
                for call in self.calls
                if call.method == method.lower() and (chat_id is None or call.params.get("chat_id") == str(chat_id))
            ]

    def report(self) -> dict[str, Any]:
        """Return everything the API refused and every bad habit seen."""
        with self.cond:
            answers = [query["answered"] for query in self.callbacks.values()]
            return {
                "errors": [f"{call.method}: {call.code} {call.error}" for call in self.errors],
                "unsupported": sorted(set(self.unsupported)),
                "warnings": list(self.warnings),
                "poll_conflicts": len(self.conflicts),
                "flood_429": len(self.flood.hits) if self.flood else 0,
                "unanswered_callbacks": [q["data"] for q in self.callbacks.values() if q["answered"] is None],
                "slow_callback_answers": [round(a["after"], 2) for a in answers if a and a["after"] > 2],
                "pending_updates": len(self.updates),
                "calls": len(self.calls),
            }

    def web_app_init_data(self, user: FakeUser) -> str:
        """Return a correctly signed initData string, for bots that ship a Mini App backend."""
        data = {
            "query_id": "AA" + secrets.token_hex(8),
            "user": json.dumps(user.json, separators=(",", ":")),
            "auth_date": str(int(unix_now())),
        }
        check = "\n".join(f"{key}={data[key]}" for key in sorted(data))
        key = hmac.new(b"WebAppData", self.token.encode(), hashlib.sha256).digest()
        return urllib.parse.urlencode({**data, "hash": hmac.new(key, check.encode(), hashlib.sha256).hexdigest()})

    def _fault(self, fault: Fault) -> Fault:
        with self.cond:
            self.faults.append(fault)
        return fault

    def _run(self, method: str, params: Params) -> Any:
        if method in ("sendrichmessage", "sendrichmessagedraft") and not self.rich_messages:
            raise ApiError(404, "Not Found: method not found")
        if method in OTHER_METHODS:
            self.unsupported.append(method)
            raise bad(f"EMULATOR_UNSUPPORTED {method} is not emulated by this bench")
        flooding = method.startswith(("send", "copy", "forward")) and method not in _DRAFTS
        if self.flood and flooding:
            with self.cond:
                self.flood.check(params.integer("chat_id"))
        if method == "getupdates":
            return self.m_getupdates(params)
        with self.cond:
            if method in SEND_MEDIA:
                return self.send_media(params, SEND_MEDIA[method])
            handler = getattr(self, f"m_{method}", None)
            if handler is None:
                raise ApiError(404, "Not Found: method not found")
            return handler(params)
