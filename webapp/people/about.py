"""What a practice tells its clients of itself."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from webapp.security.sealing import Sealed


class Told:
    """Texts that clients read without signal. Each is None until somebody writes it down."""

    about = Sealed()
    about_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone = Sealed()
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    email = Sealed()
    email_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    web = Sealed()
    web_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    cancellation = Sealed()
    cancellation_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    professional_body = Sealed()
    professional_body_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    complaints = Sealed()
    complaints_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    @property
    def can_be_reached(self):
        """Whether clients were told at least one way to get in touch."""
        return any((self.phone_sealed, self.email_sealed, self.web_sealed))
