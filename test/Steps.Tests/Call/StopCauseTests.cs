using CsCheck;
using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Tests.Call;

public sealed class StopCauseTests
{
    [Theory]
    [InlineData(
        "EssentialContainerExited",
        "Essential container in task exited",
        137,
        "OutOfMemoryError: Container killed due to memory usage",
        "more memory"
    )]
    [InlineData("EssentialContainerExited", "OutOfMemoryError: container killed", null, null, "more memory")]
    [InlineData("EssentialContainerExited", "Essential container in task exited", 137, null, "exit code 137")]
    [InlineData("EssentialContainerExited", "Essential container in task exited", 143, null, "told to stop")]
    [InlineData("EssentialContainerExited", "Essential container in task exited", 139, null, "segmentation fault")]
    [InlineData("EssentialContainerExited", "Essential container in task exited", 134, null, "aborted")]
    [InlineData("EssentialContainerExited", "Essential container in task exited", 1, null, "exit code 1")]
    [InlineData("EssentialContainerExited", "Essential container in task exited", 0, null, "without reporting")]
    [InlineData("TaskFailedToStart", "CannotPullContainerError: pull access denied", null, null, "could not pull")]
    [InlineData(
        "TaskFailedToStart",
        "ResourceInitializationError: failed to validate logger args",
        null,
        null,
        "log group"
    )]
    [InlineData("TaskFailedToStart", "CannotStartContainerError: exec format error", null, null, "Docker")]
    [InlineData("TaskFailedToStart", "TaskFailedToStart: EMPTY CAPACITY PROVIDER", null, null, "no instance with room")]
    [InlineData("TaskFailedToStart", "TaskFailedToStart: RESOURCE:MEMORY", null, null, "no instance with room")]
    [InlineData("TaskFailedToStart", "Something new", null, null, "could not start")]
    [InlineData("SpotInterruption", "Your Spot Task was interrupted.", null, null, "Spot")]
    [InlineData("TerminationNotice", "Host EC2 (instance i-0123) terminated.", null, null, "EC2 instance")]
    [InlineData(null, "Host EC2 (instance i-0123) stopped.", null, null, "EC2 instance")]
    [InlineData("UserInitiated", "drill", 137, null, "Somebody stopped")]
    [InlineData(null, null, null, null, "has stopped")]
    public void A_stop_is_told_in_a_sentence(
        string? code,
        string? reason,
        int? exitCode,
        string? container,
        string expected
    )
    {
        var told = StopCause.Explain(
            new StoppedTask
            {
                StopCode = code,
                StoppedReason = reason,
                ExitCode = exitCode,
                ContainerReason = container,
            }
        );

        told.ShouldContain(expected);
        if (reason is not null)
        {
            told.ShouldContain(reason);
        }
    }

    [Fact]
    public void It_fits_into_what_Step_Functions_takes_as_a_cause() =>
        Gen.Select(Gen.String[0, 40_000], Gen.String[0, 40_000])
            .Sample(
                (reason, container) =>
                    StopCause.Explain(new StoppedTask { StoppedReason = reason, ContainerReason = container }).Length
                    < 2000,
                iter: 50
            );
}
