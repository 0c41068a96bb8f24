"""Methods about the bot itself, its menu, chats and files."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.telegram_bench.state import BenchState
from tests.telegram_bench.wire import Params, bad

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


class Profile(BenchState):
    """getMe, setMyCommands and the like."""

    def m_getme(self, _: Params) -> Any:
        return self.me

    def m_logout(self, _: Params) -> bool:
        return True

    m_close = m_logout

    def m_setmycommands(self, params: Params) -> bool:
        commands = params.json("commands", "commands") or []
        if len(commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not re.fullmatch(r"/?[a-z0-9_]{1,32}", command.get("command", "")):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(command.get("description", "").strip()) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        if params.text("language_code") and not re.fullmatch(r"[a-z]{2}", params.text("language_code")):
            raise bad("invalid language code specified")
        self.commands[_scope(params)] = [
            {"command": command["command"].lstrip("/"), "description": command["description"]} for command in commands
        ]
        return True

    def m_getmycommands(self, params: Params) -> Any:
        return self.commands.get(_scope(params), [])

    def m_deletemycommands(self, params: Params) -> bool:
        self.commands.pop(_scope(params), None)
        return True

    def m_setmyname(self, params: Params) -> bool:
        return self._set_text("name", params, 64)

    def m_setmydescription(self, params: Params) -> bool:
        return self._set_text("description", params, 512)

    def m_setmyshortdescription(self, params: Params) -> bool:
        return self._set_text("short_description", params, 120)

    def m_getmyname(self, params: Params) -> Any:
        return {"name": self.profile_texts.get(("name", params.text("language_code")), self.me["first_name"])}

    def m_getmydescription(self, params: Params) -> Any:
        return {"description": self.profile_texts.get(("description", params.text("language_code")), "")}

    def m_getmyshortdescription(self, params: Params) -> Any:
        return {"short_description": self.profile_texts.get(("short_description", params.text("language_code")), "")}

    def m_setchatmenubutton(self, params: Params) -> bool:
        self.menu_buttons[params.integer("chat_id")] = params.json("menu_button", "menu button") or {"type": "default"}
        return True

    def m_getchatmenubutton(self, params: Params) -> Any:
        return self.menu_buttons.get(params.integer("chat_id"), {"type": "commands"})

    def m_getchat(self, params: Params) -> Any:
        return {
            **self.chat_json(self.chat_of(params)),
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(_GIFTS, False),
        }

    def m_getchatmember(self, params: Params) -> Any:
        self.chat_of(params)
        user = self.users.get(params.integer("user_id"))
        if user is None:
            raise bad("PARTICIPANT_ID_INVALID")
        return {"status": "member", "user": user.json}

    def m_getuserprofilephotos(self, _: Params) -> Any:
        return {"total_count": 0, "photos": []}

    def m_getfile(self, params: Params) -> Any:
        if not params.text("file_id"):
            raise bad("file_id not specified")
        file = self.files.get(params.text("file_id"))
        if file is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(file.data) > 20 * 2**20:
            raise bad("file is too big")
        return {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "file_size": len(file.data),
            "file_path": file.path,
        }

    def _set_text(self, name: str, params: Params, limit: int) -> bool:
        if len(params.text(name)) > limit:
            raise bad(f"{name} is too long")
        self.profile_texts[name, params.text("language_code")] = params.text(name)
        return True


def _scope(params: Params) -> tuple[str, str]:
    scope = params.json("scope", "BotCommandScope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), params.text("language_code")
