using System.Text.Json;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Call;

/// <summary>Notes each invocation that Connect makes, with its time and what it answered.</summary>
internal sealed class WatchedInvoker(ILambdaInvoker lambdas, CallJournal journal) : ILambdaInvoker
{
    public async Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var began = journal.Now;
        var result = await lambdas.InvokeAsync(function, payload, cancellationToken);
        var name = function[(function.LastIndexOf(':') + 1)..];
        journal.Note(Lane.Lambda, $"{name} {Say(result)}", journal.Now - began);
        return result;
    }

    private static string Say(InvocationResult result)
    {
        if (result.FunctionError is not null)
        {
            return "failed";
        }

        using var answer = JsonDocument.Parse(result.Payload);
        foreach (var key in (ReadOnlySpan<string>)["action", "status"])
        {
            if (answer.RootElement.TryGetProperty(key, out var value))
            {
                return value.GetString() ?? "";
            }
        }

        return "answered";
    }
}
