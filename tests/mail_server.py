"""A mail server that takes mails, and says no when it is told to."""

import email
import email.policy
from collections import defaultdict
from collections.abc import Callable
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tools.postgres import free_port

OK = "250 OK"


class MailServer:
    """Listens on the loopback. `answers` are those that an address gets first; after them, and by default, it is OK."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.answers: dict[str, list[str]] = defaultdict(list)
        self.data_answers: dict[str, list[str]] = defaultdict(list)
        self.before_answer: Callable[[], None] = lambda: None
        self.port = free_port()
        self._controller: Controller | None = None

    def start(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller:
            self._controller.stop()
            self._controller = None

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd asks for
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answers = self.answers[address]
        answer = answers.pop(0) if answers else OK
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        answers = self.data_answers[envelope.rcpt_tos[0]]
        if answers:
            return answers.pop(0)
        self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        self.before_answer()
        return OK

    @property
    def message_ids(self) -> list[str]:
        return [mail["Message-ID"] for mail in self.mails]
