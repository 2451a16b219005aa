using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>Functions that do one scripted thing after the other, and report by the token that they are given.</summary>
internal sealed class ScriptedFunctions(IReadOnlyDictionary<string, ScriptedTask[]> scripts) : ILambdaInvoker
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ScriptedTask>> _left = new(
        scripts.Select(static script =>
            KeyValuePair.Create(script.Key, new ConcurrentQueue<ScriptedTask>(script.Value))
        ),
        StringComparer.Ordinal
    );

    /// <summary>Set before the first call.</summary>
    public TaskTokens? Tokens { get; set; }

    public Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var name = function.Split(':')[^1];
        if (!_left[name].TryDequeue(out var script))
        {
            throw new InvalidOperationException($"The script of {name} has ended.");
        }

        var token = (JsonNode.Parse(payload.Span) as JsonObject)?["taskToken"]?.GetValue<string>();
        return Task.FromResult(Play(script, token));
    }

    /// <summary>The cause that an engine sees of a scripted failure.</summary>
    public static string CauseOf(ScriptedTask script) =>
        script.ByToken
            ? script.Cause ?? ""
            : new JsonObject { ["errorType"] = script.Error, ["errorMessage"] = script.Cause }.ToJsonString();

    private InvocationResult Play(ScriptedTask script, string? token)
    {
        if (script.Error is not null && !script.ByToken)
        {
            return new InvocationResult(Encoding.UTF8.GetBytes(CauseOf(script)), "Unhandled");
        }

        if (token is null)
        {
            return new InvocationResult(Encoding.UTF8.GetBytes(script.Result!), null);
        }

        var answer = script switch
        {
            { Silent: true } => TokenAnswer.Taken,
            { Error: not null } => Tokens!.Fail(token, script.Error, script.Cause),
            _ => Tokens!.Succeed(token, JsonNode.Parse(script.Result!)),
        };
        answer.ShouldBe(TokenAnswer.Taken);
        return new InvocationResult("null"u8.ToArray(), null);
    }
}

/// <summary>Chance that makes every fully jittered wait nothing.</summary>
internal sealed class NoJitter : Random
{
    public override double NextDouble() => 0;
}
