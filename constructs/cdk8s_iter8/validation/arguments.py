"""Checks what a program gives to a construct, by the rules of values and in their words."""

from pydantic import BaseModel, ConfigDict, ValidationError

from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.validation.problem import ValuesError


class Arguments(BaseModel):
    """Arguments of one construct: subclass it with a field for each.

    Example:
        >>> from cdk8s_iter8.validation.scalars import Name
        >>> class Named(Arguments):
        ...     name: Name
        >>> Named.check("chart/service", name="Not OK!")
        Traceback (most recent call last):
            ...
        cdk8s_iter8.validation.problem.ValuesError: chart/service: name: 'Not OK!' is not a name for a Service (a DNS \
label: at most 63 lower-case letters, digits and '-', starting with a letter, ending with a letter or digit)
    """

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)

    @classmethod
    def check(cls, place: str, **arguments: object) -> None:
        """Checks arguments.

        Args:
            place: What they were given to, such as a construct's path.
            **arguments: The arguments, by name.

        Raises:
            ValuesError: Everything that is wrong with them, a line each.
        """
        try:
            cls.model_validate(arguments)
        except ValidationError as error:
            raise ValuesError([f"{place}: {problem}" for problem in problems(error, cls)]) from None
