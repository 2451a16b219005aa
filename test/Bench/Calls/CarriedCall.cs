using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Processes;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Bench.Calls;

/// <summary>One call, carried by a process of a contender.</summary>
internal sealed class CarriedCall : IDisposable
{
    private const int LastLines = 30;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    private readonly Stage _stage;
    private readonly CallFolder _folder;
    private readonly StreamingRun _stream;
    private readonly Execution _execution;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly List<long> _handedOut = [];
    private Contender? _contender;
    private ChildProcess? _process;

    private CarriedCall(Stage stage, CallFolder folder, StreamingRun stream, Execution execution, CallerSound sound)
    {
        (_stage, _folder, _stream, _execution) = (stage, folder, stream, execution);
        Sound = sound;
    }

    public CallerSound Sound { get; }

    public CallFolder Folder => _folder;

    public int ProcessId => _process!.Id;

    /// <summary>When the process was asked for.</summary>
    public long StartedAt { get; private set; }

    /// <summary>When each fragment was handed out, in order.</summary>
    public IReadOnlyList<long> HandedOut => _handedOut;

    /// <summary>Does all that happens before a bridge is run: a stream with some fragments, call.json, launch.json.</summary>
    public static async Task<CarriedCall> PrepareAsync(Stage stage, CallerSound sound, int fragmentsReady)
    {
        var contact = ContactId.New();
        var folder = new CallFolder(Stage.Bucket, contact);
        var stream = stage.Streams.Start(contact, new StreamingSettings());
        var description = new CallDescription
        {
            ContactId = contact,
            StreamArn = stream.Stream.Arn,
            StartFragmentNumber = stream.StartFragmentNumber,
            StartTimestamp = stream.StartedAt,
        };
        stage.Store.Put(
            Stage.Bucket,
            folder.KeyOf(CallFile.Call.Name),
            JsonSerializer.SerializeToUtf8Bytes(description, CallFile.Call.Shape),
            "application/json"
        );
        var call = new CarriedCall(stage, folder, stream, await stage.Desk.OpenAsync(contact), sound);
        for (var i = 0; i < fragmentsReady; i++)
        {
            call.HandOut();
        }

        return call;
    }

    /// <summary>Starts the process.</summary>
    public void Start(Contender contender)
    {
        var environment = _stage.Environment;
        environment["CALL_FOLDER"] = _folder.ToString();
        environment["BRIDGE_GENERATION"] = "1";
        _contender = contender;
        StartedAt = Stopwatch.GetTimestamp();
        _process = ChildProcess.Start(
            new ProcessRecipe(contender.Executable, contender.Arguments, environment),
            _lines.Enqueue
        );
    }

    /// <summary>Lets the caller say the rest, as fast as it is spoken.</summary>
    public async Task SpeakAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 1; _handedOut.Count < Sound.Fragments; i++)
        {
            // By the clock and not by the sum of delays, which would each be a little late.
            var left = (i * CallerSound.FragmentLength) - Stopwatch.GetElapsedTime(start);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, cancellationToken);
            }

            HandOut();
        }
    }

    /// <summary>Waits for what the process is to bring about.</summary>
    /// <exception cref="RunFailedException">The process ended before it, or took too long.</exception>
    public async Task ExpectAsync(Task outcome, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(outcome, _process!.Exited, Task.Delay(patience, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (first != outcome && !outcome.IsCompleted)
        {
            var what = _process.Exited.IsCompleted
                ? $"ended with exit code {await _process.Exited} in the middle of a call"
                : $"did not get done within {patience.TotalSeconds:0} s";
            throw Failed(what);
        }

        await outcome;
    }

    /// <summary>Lets the caller hang up, and the bridge report it.</summary>
    /// <exception cref="RunFailedException">The call did not end in good order.</exception>
    public async Task HangUpAsync(CancellationToken cancellationToken)
    {
        _stream.Stop();
        await Task.WhenAny(_process!.Exited, Task.Delay(Farewell, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (!_process.Exited.IsCompleted)
        {
            throw Failed($"did not end within {Farewell.TotalSeconds:0} s of the call's end");
        }

        if (await _process.Exited is var exitCode and not 0)
        {
            throw Failed($"ended with exit code {exitCode}");
        }

        await _execution.Completion.WaitAsync(Farewell, cancellationToken);
        if (_execution.Status != ExecutionStatus.Succeeded)
        {
            throw Failed($"left its execution {_execution.Status}");
        }
    }

    public void Dispose()
    {
        _process?.Dispose();
        _stream.Stop();
    }

    private void HandOut()
    {
        var fragment = Sound.Fragment(_handedOut.Count);
        while (fragment.Length > StreamingRun.BlockSamples)
        {
            _stream.Add(fragment[..StreamingRun.BlockSamples], []);
            fragment = fragment[StreamingRun.BlockSamples..];
        }

        // With its last block the fragment is whole, and goes out.
        _handedOut.Add(Stopwatch.GetTimestamp());
        _stream.Add(fragment, []);
    }

    private RunFailedException Failed(string what) =>
        new($"{_contender!.Name} {what}. Its last words:\n{string.Join('\n', _lines.TakeLast(LastLines))}");
}
