using System.Collections.Concurrent;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Local.Audio;
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
    private readonly ConcurrentQueue<SonicSession> _sessions = new();
    private int _turns;
    private int _interruptions;

    public CallRun(
        Scenario scenario,
        KvsStreams streams,
        CallJournal journal,
        StreamingSettings layout,
        TimeProvider time,
        CallerManners? manners = null
    )
    {
        (_journal, _time) = (journal, time);
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
        await over.CancelAsync();
        await line;

        var execution = cloud.Machines.Executions.FirstOrDefault(run => run.Name == Contact.Id.ToString());
        if (execution is not null)
        {
            await execution.Completion.WaitAsync(OutcomeLimit, _time, cancellationToken);
        }

        await watching.CancelAsync();
        await states;
        if (cloud.IsModelReal)
        {
            TakeFromTranscript(cloud);
        }

        var outcome = OutcomeOf(cloud);
        return new CallResult(
            Contact.Id,
            ending,
            execution,
            outcome,
            _turns,
            _interruptions,
            HearingOf(outcome?.Ending)
        );
    }

    /// <summary>Takes in what happens at the simulated model.</summary>
    public void OnSonic(SonicNews news)
    {
        switch (news)
        {
            case SonicNews.Opened opened:
                _sessions.Enqueue(opened.Session);
                _journal.Note(Lane.Bridge, "opened a stream to the (simulated) model");
                break;
            case SonicNews.Said { Speaker: Speaker.Caller } said:
                _journal.Note(Lane.Caller, said.Text);
                break;
            case SonicNews.Said said:
                Interlocked.Increment(ref _turns);
                _journal.Note(Lane.Agent, said.Text);
                break;
            case SonicNews.Interrupted:
                Interlocked.Increment(ref _interruptions);
                _journal.Note(Lane.Agent, "(interrupted)");
                break;
            case SonicNews.Closed closed:
                _journal.Note(Lane.Bridge, $"closed the stream{(closed.Why is { } why ? $": {why}" : "")}");
                break;
        }
    }

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
            case LineNews.PromptHeard heard:
                _journal.Note(Lane.Flow, $"played {heard.Source}", heard.Duration);
                break;
            case LineNews.HangsUp:
                _journal.Note(Lane.Flow, "the caller hangs up");
                break;
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
    private void TakeFromTranscript(LocalCloud cloud)
    {
        var lines = FileOf(cloud, CallFile.Transcript)?.Lines ?? [];
        foreach (var line in lines)
        {
            _journal.NoteAt(line.At, line.Speaker is Speaker.Caller ? Lane.Caller : Lane.Agent, line.Text);
        }

        _turns = lines.Count(line => line.Speaker is Speaker.Agent);
        _interruptions = lines.Count(line => line.Interrupted);
    }

    private Hearing? HearingOf(CallEnding? ending) =>
        _sessions.ToArray() is [{ InputHertz: Telephone.Hertz } session]
            ? Hearing.Compare(Line.Published.Span, session.HeardAudio, toTheEnd: ending is CallEnding.CallerHungUp)
            : null;

    private CallOutcome? OutcomeOf(LocalCloud cloud) => FileOf(cloud, CallFile.Outcome)?.Outcome;

    private T? FileOf<T>(LocalCloud cloud, JsonFile<T> file)
        where T : class =>
        cloud.FileOf(Contact.Id, file.Name) is { } json ? JsonSerializer.Deserialize(json.Span, file.Shape) : null;
}
