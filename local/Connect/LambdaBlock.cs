using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Connect;

/// <summary>The block that invokes a Lambda, as Amazon Connect does.</summary>
internal sealed class LambdaBlock(ILambdaInvoker lambdas, TimeProvider time)
{
    // Connect retries a throttled or failed Lambda up to three times within the block's time limit.
    private const int LambdaTries = 4;

    /// <summary>Invokes it, and keeps its answer with the contact.</summary>
    /// <returns>False for the error branch.</returns>
    public async Task<bool> InvokeAsync(FlowAction action, Contact contact, CancellationToken call)
    {
        var parameters = new JsonObject();
        if (action.Parameters.TryGetProperty("LambdaInvocationAttributes", out var attributes))
        {
            foreach (var attribute in attributes.EnumerateObject())
            {
                parameters[attribute.Name] = FlowText.Fill(attribute.Value.GetString()!, contact);
            }
        }

        var seconds = int.Parse(action.Text("InvocationTimeLimitSeconds") ?? "3");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(call);
        using var timer = time.CreateTimer(
            _ => limit.Cancel(),
            null,
            TimeSpan.FromSeconds(seconds),
            Timeout.InfiniteTimeSpan
        );
        var payload = JsonSerializer.SerializeToUtf8Bytes(contact.ToLambdaEvent(parameters));
        contact.External.Clear();
        try
        {
            for (var tries = 0; tries < LambdaTries; tries++)
            {
                var answer = await lambdas.InvokeAsync(action.Text("LambdaFunctionARN")!, payload, limit.Token);
                if (answer.FunctionError is null)
                {
                    return TakeAnswer(answer.Payload, contact);
                }
            }

            return false;
        }
        catch (OperationCanceledException) when (!call.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Connect takes one flat object of strings; anything else is the error branch.</summary>
    private static bool TakeAnswer(ReadOnlyMemory<byte> payload, Contact contact)
    {
        if (JsonNode.Parse(payload.Span) is not JsonObject answer)
        {
            return false;
        }

        foreach (var (key, value) in answer)
        {
            if (value?.GetValueKind() is not JsonValueKind.String)
            {
                contact.External.Clear();
                return false;
            }

            contact.External[key] = value.GetValue<string>();
        }

        return true;
    }
}
