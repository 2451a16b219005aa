using System.Collections.Concurrent;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Ecs;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Script;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Call;

/// <summary>One call from the first ring to its recorded outcome.</summary>
public sealed class CallRun : IDisposable
{
    // From the caller's hanging up: the bridge waits for fragments, reports, and the outcome is recorded.
    private static readonly TimeSpan OutcomeLimit = TimeSpan.FromSeconds(60);

    private readonly CallJournal _journal;
    private readonly TimeProvider _time;
    private readonly Scenario _scenario;
    private readonly ConversationLog _conversation;
    private readonly ConcurrentQueue<string> _heard = new();
    private LocalCloud? _cloud;

    public CallRun(
        Scenario scenario,
        KvsStreams streams,
        CallJournal journal,
        StreamingSettings layout,
        TimeProvider time,
        CallerManners? manners = null
    )
    {
        (_scenario, _journal, _time) = (scenario, journal, time);
        _conversation = new ConversationLog(journal);
        Line = new CallerLine(
            new CallerActor(Utterance.Of(scenario), manners ?? new CallerManners()),
            streams,
            layout,
            time,
            OnLine
        );
    }

    /// <summary>The call.</summary>
    public Contact Contact { get; } = new();

    public CallerLine Line { get; }

    /// <summary>What the flow meets where there is more than the product; null for the product alone.</summary>
    public FlowSurroundings? Surroundings { get; init; }

    /// <summary>Lets the call happen.</summary>
    /// <exception cref="ContactFlowException">The flow cannot be run.</exception>
    public async Task<CallResult> RunAsync(LocalCloud cloud, ContactFlow flow, CancellationToken cancellationToken)
    {
        _cloud = cloud;
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var states = WatchAsync(cloud.Machines, watching.Token);
        var prompts = new PromptLibrary(
            cloud.S3,
            new FlowVoice(ScenarioFile.LoadFlowTexts()),
            why => _journal.Note(Lane.Flow, why)
        );
        var around = Surroundings ?? new FlowSurroundings(cloud.Lambdas);
        var lambdas = new WatchedInvoker(around.Lambdas, _journal);
        var steps = new FlowInterpreter(flow, lambdas, prompts, _time, OnStep)
        {
            FindModule = around.FindModule,
            Draw = around.Draw,
        };
        var line = Line.RunAsync(over.Token);
        var ending = await steps.RunAsync(Contact, Line, cancellationToken);
        _journal.Note(Lane.Flow, $"the flow has ended: {ending}");
        if (ending is FlowEnding.TransferredToQueue)
        {
            _journal.Note(Lane.Moment, "transfer to a person");
        }

        await over.CancelAsync();
        await line;
        if (ending is not FlowEnding.TransferredToQueue)
        {
            await cloud.EndContactAsync(Contact.Id, cancellationToken);
        }

        var execution = cloud.Machines.Executions.FirstOrDefault(run => run.Name == Contact.Id.ToString());
        if (execution is not null)
        {
            await execution.Completion.WaitAsync(OutcomeLimit, _time, cancellationToken);
        }

        await watching.CancelAsync();
        await states;
        var outcome = OutcomeOf(cloud);
        var facts = cloud.IsModelReal ? TakeFromTranscript(cloud) : _conversation.Facts;
        var isLeft = outcome?.Ending is CallEnding.AgentEnded or CallEnding.TransferRequested;
        return new CallResult(
            Contact.Id,
            ending,
            execution,
            outcome,
            facts with
            {
                Heard = [.. _heard],
            },
            _conversation.Hear(Line.Published.Span, toTheEnd: outcome?.Ending is CallEnding.CallerHungUp),
            _conversation.Losses(_scenario, isLeft)
        );
    }

    /// <summary>Takes in what happens at the simulated model.</summary>
    public void OnSonic(SonicNews news) => _conversation.Take(news);

    /// <summary>Takes in what a bridge logs: with the real model there is no other sign of it during the call.</summary>
    public void OnBridgeLog(TaskLogLine line)
    {
        if (BridgeLog.MessageOf(line.Text) is { } message)
        {
            _journal.Note(Lane.Bridge, message);
        }
    }

    public void Dispose() => Line.Dispose();

    private void OnStep(FlowStepTaken step) => _journal.Note(Lane.Flow, step.Identifier);

    private void OnLine(LineNews news)
    {
        switch (news)
        {
            case LineNews.CallerSpeaks speaks:
                Strike(speaks.Utterance);
                break;
            case LineNews.PromptHeard heard:
                _heard.Enqueue(heard.Source);
                _journal.Note(Lane.Flow, $"played {heard.Source}", heard.Duration);
                break;
            case LineNews.HangsUp:
                _journal.Note(Lane.Flow, "the caller hangs up");
                break;
        }
    }

    private void Strike(int utterance)
    {
        var turns = _scenario.Turns.Where(static turn => turn.CallerVoice is not null);
        if (turns.ElementAtOrDefault(utterance - 1)?.KillsBridgeAfter is { } after && _cloud is { } cloud)
        {
            _ = StrikeAsync(cloud.Ecs, after);
        }
    }

    private async Task StrikeAsync(EcsService ecs, TimeSpan after)
    {
        await Task.Delay(after, _time);
        if (BridgeKill.Strike(ecs, Contact.Id))
        {
            _journal.Note(Lane.Moment, "bridge killed");
        }
    }

    private async Task WatchAsync(StateMachines machines, CancellationToken cancellationToken)
    {
        var entered = new Dictionary<string, DateTimeOffset>();
        await foreach (var change in machines.WatchAsync(cancellationToken))
        {
            if (change.Execution.Name != Contact.Id.ToString() || change.State is not { } state)
            {
                continue;
            }

            switch (change.Kind)
            {
                case StateChangeKind.Entered:
                    entered[state] = change.Time;
                    _journal.Note(Lane.Execution, $"{state} entered");
                    break;
                case StateChangeKind.Exited:
                    _journal.Note(Lane.Execution, state, change.Time - entered[state]);
                    break;
                case StateChangeKind.Failed:
                    _journal.Note(Lane.Execution, $"{state} failed: {change.Error}");
                    break;
                case StateChangeKind.Stopped:
                    _journal.Note(Lane.Execution, $"{state} was stopped");
                    break;
            }
        }
    }

    // Nobody here hears what the real model and the bridge say to one another: the words are known when the call is over.
    private ConversationFacts TakeFromTranscript(LocalCloud cloud)
    {
        var lines = FileOf(cloud, CallFile.Transcript)?.Lines ?? [];
        foreach (var line in lines)
        {
            _journal.NoteAt(line.At, line.Speaker is Speaker.Caller ? Lane.Caller : Lane.Agent, line.Text);
        }

        return new ConversationFacts(
            lines.Count(line => line.Speaker is Speaker.Agent),
            lines.Count(line => line.Interrupted),
            Renewals: 0,
            Relaunches: 0,
            Heard: []
        );
    }

    private CallOutcome? OutcomeOf(LocalCloud cloud) => FileOf(cloud, CallFile.Outcome)?.Outcome;

    private T? FileOf<T>(LocalCloud cloud, JsonFile<T> file)
        where T : class =>
        cloud.FileOf(Contact.Id, file.Name) is { } json ? JsonSerializer.Deserialize(json.Span, file.Shape) : null;
}
