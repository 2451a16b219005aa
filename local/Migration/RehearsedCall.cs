using System.Globalization;
using SonicBridge.Contracts;

namespace SonicBridge.Local.Migration;

/// <summary>How a call of the rehearsal went.</summary>
/// <param name="When">At which point of the rehearsal it was placed.</param>
/// <param name="Failure">What the function of its way failed with; null when it answered.</param>
/// <param name="Answers">How often the caller was answered.</param>
/// <param name="Ending">The recorded outcome; null where none is recorded, as on the old way.</param>
/// <param name="Lasted">From the first ring to the flow's end.</param>
public sealed record RehearsedCall(
    string When,
    CallWay Way,
    string? Failure,
    int Answers,
    CallEnding? Ending,
    TimeSpan Lasted
)
{
    /// <summary>The call in a line.</summary>
    public string Sentence =>
        string.Create(CultureInfo.InvariantCulture, $"Call {When}: {Happened} ({Lasted.TotalSeconds:F1} s).");

    private string Happened =>
        (Way, Failure, Answers) switch
        {
            (CallWay.None, _, _) => "it went no way, the flow invoked neither function",
            (CallWay.Fargate, null, _) =>
                "the old way, to the simulated Fargate task; the caller heard no answer, as nothing comes back that way",
            (CallWay.Fargate, { } why, _) => $"the old way, but invoke-fargate-task failed: {why}",
            (_, { } why, _) => $"the new way, but invoke-ecs-ec2-task failed: {why}",
            (_, _, 0) => $"the new way, by a bridge, but the caller was not answered{Recorded}",
            _ => $"the new way, by a bridge; the caller was answered{Recorded}",
        };

    private string Recorded => Ending is { } ending ? $" and the outcome is {ending}" : ", and no outcome is recorded";

    /// <summary>Whether it went the way it should have gone, and as well as that way can.</summary>
    public bool IsGood(CallWay expected) =>
        Way == expected
        && Failure is null
        && (Way != CallWay.Ec2 || (Answers > 0 && Ending is CallEnding.CallerHungUp));
}
