using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Local.Lambda;

/// <summary>The answers that Lambda gives in place of a function that could not.</summary>
internal static class FunctionErrors
{
    private const int SignalBase = 128;

    public static InvocationResult Unhandled(string errorType, string errorMessage) =>
        Unhandled(
            JsonSerializer.SerializeToUtf8Bytes(
                new FunctionError(errorType, errorMessage),
                FunctionErrorJson.Default.FunctionError
            )
        );

    /// <param name="payload">As the function itself reported it.</param>
    public static InvocationResult Unhandled(ReadOnlyMemory<byte> payload) => new(payload, "Unhandled");

    /// <summary>Lambda's words for an exit code.</summary>
    public static string Exit(string requestId, int code)
    {
        var reason = code switch
        {
            0 => "Runtime exited without providing a reason",
            > SignalBase and <= SignalBase + 64 => $"Runtime exited with error: signal: {Signal(code - SignalBase)}",
            _ => $"Runtime exited with error: exit status {code}",
        };
        return $"RequestId: {requestId} Error: {reason}";
    }

    private static string Signal(int number) =>
        number switch
        {
            6 => "aborted",
            9 => "killed",
            11 => "segmentation fault",
            15 => "terminated",
            _ => $"{number}",
        };
}

internal sealed record FunctionError(string ErrorType, string ErrorMessage);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FunctionError))]
internal sealed partial class FunctionErrorJson : JsonSerializerContext;
