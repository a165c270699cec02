"""The values of the store of metrics for A/B/n tests."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.quantity import Quantity
from cdk8s_iter8.validation.scalars import WHOLE, Host, LabelValue, Port, Text, rule

# Directories that the pod needs itself.
_TAKEN = ("/bin", "/config", "/dev", "/etc", "/lib", "/proc", "/redis", "/sys", "/usr", "/var/run")


def _free(directory: str) -> str:
    if any(f"{directory}/".startswith(f"{taken}/") for taken in _TAKEN):
        raise ValueError
    return directory


Directory = Annotated[
    str,
    StringConstraints(pattern=r"^(/[A-Za-z0-9_][-A-Za-z0-9_.]*)+$", max_length=255),
    AfterValidator(_free),
    rule("a directory for metrics (an absolute path such as /metrics, outside the container's own directories)"),
]
Address = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?:[1-9][0-9]{0,4}$", max_length=259),
    rule("an address (HOST:PORT, such as redis:6379)"),
]
SecretKey = Annotated[
    str, StringConstraints(pattern=r"^[-A-Za-z0-9_.]+$", max_length=253), rule("a key of a Secret (such as password)")
]
SecretName = Host


class BadgerdbValues(Model):
    """BadgerDB: a database in a volume of the controller."""

    storage: Quantity = Field(default="50Mi", description="Size of the volume.")
    storage_class_name: LabelValue | None = Field(
        default=None, description="Storage class of the volume; default: the cluster's default class."
    )
    dir: Directory = Field(default="/metrics", description="Where the volume is mounted.")


class SecretKeyValues(Model):
    """A key of a Secret in the controller's namespace."""

    name: SecretName = Field(description="The Secret's name.")
    key: SecretKey = Field(default="password", description="The key that holds the password, on one line.")


class RedisValues(Model):
    """Redis: a database outside the controller."""

    address: Address = Field(default="redis:6379", description="Address of Redis, HOST:PORT.")
    username: Text | None = Field(default=None, description="User; default: none.")
    password_secret: SecretKeyValues | None = Field(default=None, description="The Secret that holds the password.")
    password: Text | None = Field(
        default=None, description="The password itself, which the output then has in a Secret. Prefer passwordSecret."
    )
    db: Annotated[int, Field(strict=True, ge=0), WHOLE, rule("a database of Redis (an integer of at least 0)")] = Field(
        default=0, description="Number of the database."
    )

    @model_validator(mode="after")
    def _one_password(self) -> "RedisValues":
        if self.password and self.password_secret:
            raise ProblemsError([Problem(("password",), "stands beside passwordSecret; keep one")])
        return self


Implementation = Annotated[Literal["badgerdb", "redis"], rule("a store of metrics (badgerdb or redis)")]


class MetricsValues(Model):
    """The controller's metrics: the port and the store."""

    port: Port = Field(default=8080, description="Port of the HTTP service for dashboards.")
    implementation: Implementation = Field(
        default="badgerdb", description="The store of the metrics: badgerdb or redis."
    )
    badgerdb: BadgerdbValues = Field(default=BadgerdbValues(), description="Settings of BadgerDB.")
    redis: RedisValues = Field(default=RedisValues(), description="Settings of Redis.")

    @model_validator(mode="after")
    def _used(self) -> "MetricsValues":
        unused = {"badgerdb": "redis", "redis": "badgerdb"}[self.implementation]
        if unused in self.model_fields_set:
            text = f"has no effect with implementation {self.implementation}: write `implementation: {unused}`"
            raise ProblemsError([Problem((unused,), text)])
        return self
