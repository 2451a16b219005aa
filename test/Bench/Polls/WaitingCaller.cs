using System.Diagnostics;
using System.Text.Json;
using SonicBridge.Bench.Lambdas;
using SonicBridge.Contracts;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Processes;

namespace SonicBridge.Bench.Polls;

/// <summary>A caller whose contact flow asks next-prompt again and again, and to whom prompts come now and then.</summary>
internal sealed class WaitingCaller : IDisposable
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(8);

    private readonly LambdaStage _stage;
    private readonly CallFolder _folder;
    private readonly RuntimeSeat _seat;
    private readonly ChildProcess _process;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WaitingNotes _notes = new();
    private long _putAt;
    private int _number;

    private WaitingCaller(LambdaStage stage, FunctionDefinition function, int seed)
    {
        _stage = stage;
        _folder = stage.BeginCall();
        _random = new Random(seed);
        _seat = stage.Api.Open(function.Timeout);
        _process = ChildProcess.Start(
            new ProcessRecipe(function.Executable, [], stage.EnvironmentOf(function, _seat)),
            static _ => { }
        );
    }

    public int ProcessId => _process.Id;

    /// <summary>Completes with the first answer: from then on the process is warm.</summary>
    public Task Answered => _answered.Task;

    /// <summary>Gives what was noted since it was asked last.</summary>
    public WaitingNotes Take()
    {
        lock (_gate)
        {
            return Interlocked.Exchange(ref _notes, new WaitingNotes());
        }
    }

    public static async Task<WaitingCaller> StartAsync(
        LambdaStage stage,
        FunctionDefinition function,
        int seed,
        CancellationToken cancellationToken
    )
    {
        var caller = new WaitingCaller(stage, function, seed);
        try
        {
            await caller._seat.Asked.WaitAsync(cancellationToken);
            return caller;
        }
        catch
        {
            caller.Dispose();
            throw;
        }
    }

    /// <summary>Asks and is answered, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var putting = PutAsync(cancellationToken);
        var question = FirstEvents.AskForNext(_folder.ContactId);
        try
        {
            while (true)
            {
                var asked = Stopwatch.GetTimestamp();
                var answer = await _seat.AskAsync(question, cancellationToken);
                _answered.TrySetResult();
                Note(answer, Stopwatch.GetElapsedTime(asked, answer.At));
            }
        }
        catch (OperationCanceledException)
        {
            await putting;
        }
    }

    public void Dispose() => _process.Dispose();

    private void Note(FunctionAnswer answer, TimeSpan hold)
    {
        using var said = answer.IsError ? null : JsonDocument.Parse(answer.Text);
        var step = said?.RootElement.GetProperty("action").GetString();
        lock (_gate)
        {
            _notes.Holds.Add(hold);
            if (step is "play" && _putAt != 0)
            {
                _notes.Waits.Add(Stopwatch.GetElapsedTime(_putAt, answer.At));
                _putAt = 0;
            }
            else if (step is not "wait")
            {
                _notes.Failures++;
            }
        }
    }

    private async Task PutAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var pause = s_shortestPause + (_random.NextDouble() * (s_longestPause - s_shortestPause));
            await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_gate)
            {
                // One that is still to be handed out is looked for already.
                if (_putAt != 0 || cancellationToken.IsCancellationRequested)
                {
                    continue;
                }

                _putAt = Stopwatch.GetTimestamp();
                _number++;
                _stage.Put(
                    _folder,
                    CallFile.Playlist,
                    new Playlist(1, [new Prompt(_number, $"prompts/g1-{_number:0000}.wav", 900)], 0, FlowStep.Wait)
                );
            }
        }
    }
}

/// <summary>What one caller met.</summary>
internal sealed class WaitingNotes
{
    /// <summary>From each prompt's put to the answer that plays it.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>How long each invocation took.</summary>
    public List<TimeSpan> Holds { get; } = [];

    /// <summary>Answers that neither play nor wait.</summary>
    public int Failures { get; set; }
}
