"""The HTTP side of the emulated server."""

from __future__ import annotations

import json
import re
import select
import socket
import struct
import sys
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.wire import Call, Fault, Params, Upload, parse_multipart

if TYPE_CHECKING:
    from tests.telegram_bench.emulator import Emulator


class BenchServer(ThreadingHTTPServer):
    """Serves one emulator on a free port of the loopback."""

    daemon_threads = True
    request_queue_size = 256
    allow_reuse_address = True

    def __init__(self, emulator: Emulator) -> None:
        """Bind."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.emulator = emulator

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet about callers that hang up."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: BenchServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 120

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _serve(self) -> None:
        tg = self.server.emulator
        url = urllib.parse.urlsplit(self.path)
        # httpx sends the ':' of the token as %3A.
        path = urllib.parse.unquote(url.path)
        body = self._body()
        if match := re.fullmatch(r"/file/bot([^/]+)/(.+)", path):
            return self._download(token=match[1], file_path=match[2])
        match = re.fullmatch(r"/bot([^/]+)/(?:test/)?(\w+)", path)
        if not match:
            return self._refuse(404, "Not Found")
        if match[1] != tg.token:
            return self._refuse(401, "Unauthorized: invalid token specified")
        fields, files = self._parameters(url.query, body)
        params, method = Params(fields, files, self._gone), match[2].lower()
        fault = tg.pick_fault(method, params)
        if fault is None:
            return self._answer(*tg.dispatch(method, params))
        return self._in_trouble(fault, method, params)

    def _in_trouble(self, fault: Fault, method: str, params: Params) -> None:
        tg = self.server.emulator
        if fault.kind == "error":
            tg.note(Call(unix_now(), method, dict(params.fields), {}, False, fault.description, fault.code))
            return self._refuse(fault.code, fault.description, fault.parameters)
        if fault.kind == "delay":
            time.sleep(fault.seconds)
            return self._answer(*tg.dispatch(method, params))
        if fault.after_effect:
            tg.dispatch(method, params)
        if fault.kind == "bad_gateway":
            return self._answer(502, b"<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html")
        if fault.kind == "hang":
            time.sleep(fault.seconds)
        return self._reset()

    def _parameters(self, query: str, body: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
        fields = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        files: dict[str, Upload] = {}
        kind = self.headers.get("Content-Type", "")
        if boundary := re.search(r'boundary="?([^";]+)', kind):
            more, files = parse_multipart(body, boundary[1])
        elif kind.startswith("application/json"):
            given = json.loads(body or b"{}")
            more = {k: v if isinstance(v, str) else json.dumps(v) for k, v in given.items() if v is not None}
        else:
            more = dict(urllib.parse.parse_qsl(body.decode("utf-8", "surrogateescape"), keep_blank_values=True))
        return fields | more, files

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            length = int(self.headers.get("Content-Length") or 0)
            return self.rfile.read(length) if length else b""
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _download(self, *, token: str, file_path: str) -> None:
        tg = self.server.emulator
        found = [file for file in tg.files.values() if file.path == file_path]
        if token != tg.token or not found:
            return self._refuse(404, "Not Found")
        return self._answer(200, found[0].data, "application/octet-stream")

    def _refuse(self, status: int, description: str, parameters: Any = None) -> None:
        body = {"ok": False, "error_code": status, "description": description}
        if parameters:
            body["parameters"] = parameters
        self._answer(status, body)

    def _answer(self, status: int, body: Any, kind: str = "application/json") -> None:
        raw = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)
        self.wfile.flush()

    def _gone(self) -> bool:
        try:
            ready, _, _ = select.select([self.connection], [], [], 0)
            return bool(ready) and self.connection.recv(1, socket.MSG_PEEK) == b""
        except OSError:
            return True

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()
