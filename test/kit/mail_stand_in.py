# SPDX-License-Identifier: EUPL-1.2
"""A mail server that keeps what it gets."""
import socket
import threading


class MailStandIn:
    def __init__(self):
        self.got = []  # whole mails, as bytes
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            try:
                self._talk(connection.makefile("rwb"))
            except OSError:
                pass  # who sends was stopped
            connection.close()

    def _talk(self, lines):
        def say(text):
            lines.write(text.encode() + b"\r\n")
            lines.flush()

        say("220 test")
        for line in lines:
            word = line.strip().upper()
            if word.startswith(b"EHLO"):
                say("250 test")
            elif word == b"DATA":
                say("354 go on")
                text = b""
                while not text.endswith(b"\r\n.\r\n"):
                    more = lines.readline()
                    if not more:
                        return
                    text += more
                self.got.append(text)
                say("250 thanks")
            elif word == b"QUIT":
                say("221 bye")
                return
            else:
                say("250 yes")
