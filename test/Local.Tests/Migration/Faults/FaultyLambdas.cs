using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>Stands between the state machines and Lambda, and lets the invocations of chosen steps go wrong.</summary>
/// <param name="lambdas">What invokes the real functions.</param>
/// <param name="time">The clock of the state machines.</param>
internal sealed class FaultyLambdas(ILambdaInvoker lambdas, ImpatientTime time) : ILambdaInvoker
{
    private const string Killed = "Runtime exited with error: signal: killed";
    private const string RateExceeded = "Rate Exceeded.";

    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    /// <summary>What has to reach whoever looks at an execution that a fault has ended.</summary>
    public static string SentenceOf(FaultKind kind, MigrationStep step) =>
        kind switch
        {
            FaultKind.Throttled => RateExceeded,
            FaultKind.AnswerLost => Killed,
            FaultKind.Hung => "did not answer in its time",
            _ => $"The test refuses {step}; leave it out of the faults and start again.",
        };

    /// <summary>Lets the next invocations of a step go wrong; after those for which something was injected before.</summary>
    /// <returns>Tells how often it has.</returns>
    public Fault Inject(MigrationStep step, FaultKind kind, int times = 1)
    {
        var fault = new Fault(step, kind) { Left = times };
        lock (_gate)
        {
            _faults.Add(fault);
        }

        return fault;
    }

    /// <summary>From now on all goes well.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    public async Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var fault = Take(function, payload);
        switch (fault?.Kind)
        {
            case FaultKind.Refused:
                return Refusal(fault);
            case FaultKind.RefusedAfterwards:
                await lambdas.InvokeAsync(function, payload, cancellationToken);
                return Refusal(fault);
            case FaultKind.Throttled:
                throw new AwsException("TooManyRequestsException", RateExceeded, 429);
            case FaultKind.AnswerLost:
                await lambdas.InvokeAsync(function, payload, cancellationToken);
                return Failure("Runtime.ExitError", $"RequestId: 1 Error: {Killed}");
            case FaultKind.Hung:
                time.RunOut();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("An endless wait has ended.");
            default:
                return await lambdas.InvokeAsync(function, payload, cancellationToken);
        }
    }

    private static InvocationResult Refusal(Fault fault) =>
        Failure("MigrationRefused", SentenceOf(fault.Kind, fault.Step));

    private static InvocationResult Failure(string type, string message)
    {
        var error = new JsonObject { ["errorType"] = type, ["errorMessage"] = message };
        return new InvocationResult(Encoding.UTF8.GetBytes(error.ToJsonString()), "Unhandled");
    }

    private Fault? Take(string function, ReadOnlyMemory<byte> payload)
    {
        if (JsonNode.Parse(payload.Span) is not JsonObject sent)
        {
            return null;
        }

        lock (_gate)
        {
            var fault = _faults.Find(fault => fault.Left > 0 && fault.Step.Sends(function, sent));
            if (fault is not null)
            {
                fault.Left--;
                fault.Happened++;
            }

            return fault;
        }
    }
}

/// <summary>What goes wrong at a step.</summary>
internal sealed class Fault(MigrationStep step, FaultKind kind)
{
    public MigrationStep Step => step;

    public FaultKind Kind => kind;

    public int Left { get; set; }

    public int Happened { get; set; }
}
