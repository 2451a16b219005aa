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
    /// <summary>What a function that refuses says: a sentence that has to reach whoever looks at the execution.</summary>
    public const string Sentence = "The test refuses this step; leave it out of the faults and start again.";

    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    /// <summary>Lets the next invocations of a step go wrong.</summary>
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
        switch (Take(function, payload)?.Kind)
        {
            case FaultKind.Refused:
                return Refusal();
            case FaultKind.RefusedAfterwards:
                await lambdas.InvokeAsync(function, payload, cancellationToken);
                return Refusal();
            case FaultKind.Throttled:
                throw new AwsException("TooManyRequestsException", "Rate Exceeded.", 429);
            case FaultKind.AnswerLost:
                await lambdas.InvokeAsync(function, payload, cancellationToken);
                return Failure("Runtime.ExitError", "RequestId: 1 Error: Runtime exited with error: signal: killed");
            case FaultKind.Hung:
                time.RunOut();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("An endless wait has ended.");
            default:
                return await lambdas.InvokeAsync(function, payload, cancellationToken);
        }
    }

    private static InvocationResult Refusal() => Failure("MigrationRefused", Sentence);

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
