using System.Collections.Concurrent;
using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace SonicBridge.Bridge.Tests.Tools;

/// <summary>Lambda, behind the real client's type: each function answers when and as a test says.</summary>
internal sealed class ScriptedLambda()
    : AmazonLambdaClient(
        new BasicAWSCredentials("nobody", "nothing"),
        new AmazonLambdaConfig { ServiceURL = "http://127.0.0.1:1" }
    )
{
    private readonly ConcurrentDictionary<string, Func<CancellationToken, Task<InvokeResponse>>> _functions = new();
    private readonly ConcurrentQueue<(string Function, string Payload)> _invoked = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _reached = new();
    private int _running;
    private int _most;

    /// <summary>What was invoked, in order.</summary>
    public IReadOnlyList<(string Function, string Payload)> Invoked => [.. _invoked];

    /// <summary>How many ran at once at most.</summary>
    public int MostAtOnce => _most;

    /// <summary>Completes when so many have been invoked.</summary>
    public Task Reaches(int invocations) => Reached(invocations).Task;

    public void Answer(string function, string payload, string? functionError = null) =>
        Answer(function, Encoding.UTF8.GetBytes(payload), functionError);

    public void Answer(string function, byte[] payload, string? functionError = null) =>
        _functions[function] = _ => Task.FromResult(ResponseOf(payload, functionError));

    public void Hang(string function) =>
        _functions[function] = async cancellationToken =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new InvokeResponse();
        };

    /// <summary>Hangs, and does not heed its token either.</summary>
    public void Freeze(string function) => _functions[function] = _ => new TaskCompletionSource<InvokeResponse>().Task;

    public void Fail(string function, Exception exception) =>
        _functions[function] = _ => Task.FromException<InvokeResponse>(exception);

    /// <summary>Answers when the test says so.</summary>
    public TaskCompletionSource<string> AnswerLater(string function)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _functions[function] = async cancellationToken =>
            ResponseOf(Encoding.UTF8.GetBytes(await answer.Task.WaitAsync(cancellationToken)), null);
        return answer;
    }

    public override async Task<InvokeResponse> InvokeAsync(
        InvokeRequest request,
        CancellationToken cancellationToken = default
    )
    {
        _invoked.Enqueue((request.FunctionName, Encoding.UTF8.GetString(request.PayloadStream.ToArray())));
        Reached(_invoked.Count).TrySetResult();
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(running);
        try
        {
            return await _functions[request.FunctionName](cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private TaskCompletionSource Reached(int invocations) =>
        _reached.GetOrAdd(
            invocations,
            static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );

    private static InvokeResponse ResponseOf(byte[] payload, string? functionError) =>
        new() { Payload = new MemoryStream(payload), FunctionError = functionError };

    private void InterlockedMax(int running)
    {
        for (var seen = _most; running > seen; seen = _most)
        {
            Interlocked.CompareExchange(ref _most, running, seen);
        }
    }
}
