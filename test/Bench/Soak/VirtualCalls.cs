using System.Diagnostics;
using System.Security.Cryptography;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Tests.Conversation;

namespace SonicBridge.Bench.Soak;

/// <summary>
/// Calls of an hour each in virtual time: the bridge's own core among scripted peers that answer, are interrupted, end by
/// themselves and fall silent. What it leaves behind is measured after each call, when nothing of the call is in use.
/// </summary>
internal sealed class VirtualCalls(int hours, Action<string> say)
{
    private static readonly TimeSpan CallLength = TimeSpan.FromHours(1);

    private readonly SoakSamples _samples = new(
        "The bridge's core, calls of an hour each in virtual time",
        "of calls",
        [SoakFigure.Heap, SoakFigure.Handles, SoakFigure.Threads]
    );
    private int _sessions;
    private int _turns;
    private int _faults;

    /// <summary>Runs them one after the other. When it is cancelled, what was measured so far counts.</summary>
    public SoakSamples Run(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var done = 0;
        while (done < hours && !cancellationToken.IsCancellationRequested)
        {
            if (!Hold(new Random(done), cancellationToken))
            {
                break;
            }

            done++;
            Measure(done);
            if (done % 5 == 0 || done == hours)
            {
                say($"{done} h of virtual calls in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
            }
        }

        _samples.Summary =
            $"{done} calls of an hour each in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {_sessions:N0} sessions of the model, {_turns:N0} turns of the caller, {_faults:N0} sessions that broke. Each call's samples are compared by SHA-256 over all sessions.";
        return _samples;
    }

    /// <returns>Whether the call came to its end.</returns>
    private bool Hold(Random random, CancellationToken cancellationToken)
    {
        using var said = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var heard = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var call = new ALongCall
        {
            IsLively = true,
            SendsInstead = said.AppendData,
            HearsInstead = heard.AppendData,
        };
        call.Begin();
        while (call.Age < CallLength && !call.HasEnded)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            _turns++;
            call.Speak(1 + (4 * random.NextDouble()));
            // Sometimes the caller waits for the whole answer, and sometimes speaks over it.
            call.Quiet(random.Next(5) == 0 ? 3.2 : 5 + (10 * random.NextDouble()));
            if (random.Next(40) == 0)
            {
                _faults++;
                call.Do(() => call.Current.End(random.Next(2) == 0 ? SonicEndKind.Throttled : SonicEndKind.TimedOut));
            }
        }

        call.HangUp();
        _sessions += call.Sessions.Count;
        Check(call, said, heard);
        return true;
    }

    private void Check(ALongCall call, IncrementalHash said, IncrementalHash heard)
    {
        if (!said.GetHashAndReset().AsSpan().SequenceEqual(heard.GetHashAndReset()))
        {
            _samples.Faults.Add("A sample of a virtual call was lost, sent twice or sent out of order.");
        }

        if (call.Transcript is not { Count: > 0 })
        {
            _samples.Faults.Add("A virtual call left no transcript.");
        }
    }

    private void Measure(int done)
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var me = Environment.ProcessId;
        _samples.Add(
            done,
            GC.GetTotalMemory(forceFullCollection: true) / 1048576d,
            Calls.ProcessAccount.Handles(me),
            Calls.ProcessAccount.Threads(me)
        );
    }
}
