"""Refusals: why something may not be done, and what to do next."""


class Refused(Exception):
    """An action was not carried out; nothing has changed.

    `sentence` is shown to the person as it is: it says why, and what to do next.
    `norm` is the id of the norm that is the reason, where one is.
    """

    def __init__(self, sentence: str, *, norm: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.norm = norm
