using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>Functions whose answers a test has written.</summary>
public sealed class ScriptedLambda : ILambdaInvoker
{
    private readonly ConcurrentDictionary<string, Func<string, CancellationToken, Task<InvocationResult>>> _functions =
        new(StringComparer.Ordinal);
    private readonly Channel<(string Function, string Payload)> _calls = Channel.CreateUnbounded<(string, string)>();

    /// <summary>The calls, in order.</summary>
    public ChannelReader<(string Function, string Payload)> Calls => _calls.Reader;

    public ScriptedLambda On(string function, Func<string, string> answer)
    {
        _functions[function] = (payload, _) => Task.FromResult(Answer(answer(payload)));
        return this;
    }

    /// <summary>A function that fails the first times, each time with the next of these errors, and then answers.</summary>
    public ScriptedLambda OnFailing(string function, IReadOnlyList<string> errors, string answer)
    {
        var calls = 0;
        _functions[function] = (_, _) =>
        {
            var call = Interlocked.Increment(ref calls) - 1;
            return Task.FromResult(call < errors.Count ? Failure(errors[call]) : Answer(answer));
        };
        return this;
    }

    /// <summary>A function that never answers.</summary>
    public ScriptedLambda OnSilent(string function)
    {
        _functions[function] = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Answer("{}");
        };
        return this;
    }

    public async Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var name = function.Split(':')[^1];
        var text = Encoding.UTF8.GetString(payload.Span);
        await _calls.Writer.WriteAsync((name, text), cancellationToken);
        return await _functions[name](text, cancellationToken);
    }

    private static InvocationResult Answer(string payload) => new(Encoding.UTF8.GetBytes(payload), null);

    private static InvocationResult Failure(string error) =>
        new(Encoding.UTF8.GetBytes(FailurePayload(error)), "Unhandled");

    /// <summary>What a runtime writes of an error.</summary>
    public static string FailurePayload(string error) => $$"""{"errorType":"{{error}}","errorMessage":"It broke."}""";
}
