using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Local.Call;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Script;

namespace SonicBridge.Local.Migration;

/// <summary>Calls a number of the rehearsal's instance: through the flow as it is published at that moment.</summary>
/// <param name="scenario">Who calls; one sentence of it is said.</param>
public sealed class RehearsalCaller(
    RehearsalCloud rehearsal,
    Scenario scenario,
    KvsStreams streams,
    TimeProvider time,
    Action<string> say
)
{
    /// <summary>The flow of the number that is called.</summary>
    public const string Flow = "Main line";

    // Long enough for an answer that comes, and short enough for one that does not.
    private static readonly CallerManners s_manners = new() { Bewilderment = TimeSpan.FromSeconds(8) };

    /// <summary>Places a call and tells how it went.</summary>
    /// <param name="when">At which point of the rehearsal.</param>
    /// <param name="draw">What DistributeByPercentage draws, from 1 to 100.</param>
    /// <exception cref="ContactFlowException">The published flow cannot be run.</exception>
    public async Task<RehearsedCall> CallAsync(string when, int draw, CancellationToken cancellationToken)
    {
        var flow = ContactFlow.Parse(rehearsal.Connect.FlowNamed(Flow)?.Published ?? "");
        var lambdas = new InvokedFunctions(rehearsal.Lambdas);
        var journal = new CallJournal(time, static _ => { });
        var said = scenario with { Turns = [.. scenario.Turns.Take(1)] };
        using var run = new CallRun(said, streams, journal, new StreamingSettings(), time, s_manners)
        {
            Surroundings = new FlowSurroundings(lambdas) { FindModule = FindModule, Draw = () => draw },
        };
        var result = await run.RunAsync(rehearsal.Cloud, flow, cancellationToken);
        var call = new RehearsedCall(
            when,
            lambdas.Way,
            lambdas.Failure,
            AnswersOf(result.Contact),
            result.Outcome?.Ending,
            journal.Entries.Last(static entry => entry.Lane is Lane.Flow).At
        );
        say(call.Sentence);
        return call;
    }

    private ContactFlow? FindModule(string idOrArn) =>
        rehearsal.Connect.Modules.FirstOrDefault(module => module.Id == idOrArn || module.Arn == idOrArn)
            is { Published: { } content }
            ? ContactFlow.Parse(content)
            : null;

    /// <summary>By the transcript that the bridge has left: the words that the caller heard.</summary>
    private int AnswersOf(ContactId contact) =>
        rehearsal.Cloud.FileOf(contact, CallFile.Transcript.Name) is { } json
            ? JsonSerializer
                .Deserialize(json.Span, CallFile.Transcript.Shape)!
                .Lines.Count(static line => line.Speaker is Speaker.Agent)
            : 0;
}
