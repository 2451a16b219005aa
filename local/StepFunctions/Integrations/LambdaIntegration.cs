using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Integrations;

/// <summary>Calls a Lambda function: by its own ARN, by <c>lambda:invoke</c>, or by the latter with a task token.</summary>
public sealed class LambdaIntegration(ILambdaInvoker lambda) : ITaskIntegration
{
    private const string FunctionName = "FunctionName";
    private const string Payload = "Payload";

    public bool Serves(TaskResource resource) =>
        resource.IsFunction
        || resource
            is {
                Service: "lambda",
                Action: "invoke",
                Pattern: IntegrationPattern.RequestResponse or IntegrationPattern.WaitForTaskToken
            };

    public string? Refusal(TaskResource resource, PayloadTemplate? parameters)
    {
        if (resource.IsFunction || parameters is null)
        {
            return null;
        }

        var names = parameters.Names.ToList();
        return names.Find(static name => name is not (FunctionName or Payload)) is { } unknown
                ? $"'{unknown}' is not supported of lambda:invoke; {FunctionName} and {Payload} are."
            : names.Contains(FunctionName, StringComparer.Ordinal) ? null
            : $"'{FunctionName}' is missing.";
    }

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (call.Resource.IsFunction)
        {
            return await InvokeAsync(call.Resource.Arn, call.Parameters, cancellationToken);
        }

        var parameters = call.Parameters as JsonObject;
        var function =
            parameters?[FunctionName] is JsonValue name && name.TryGetValue<string>(out var text)
                ? text
                : throw new StateFailedException(ErrorNames.Runtime, $"'{FunctionName}' has to be a string.");
        var hasPayload = parameters.TryGetPropertyValue(Payload, out var payload);
        var result = await InvokeAsync(function, hasPayload ? payload : new JsonObject(), cancellationToken);
        return new JsonObject
        {
            ["ExecutedVersion"] = "$LATEST",
            [Payload] = result,
            ["SdkHttpMetadata"] = new JsonObject { ["HttpStatusCode"] = 200 },
            ["StatusCode"] = 200,
        };
    }

    private async Task<JsonNode?> InvokeAsync(string function, JsonNode? payload, CancellationToken cancellationToken)
    {
        var sent = JsonText.ToUtf8(payload).ToArray();
        var result = await RequestAsync(function, sent, cancellationToken);
        if (result.FunctionError is not null)
        {
            throw FailureOf(result.Payload.Span);
        }

        try
        {
            return JsonText.Parse(result.Payload.Span);
        }
        catch (JsonException e)
        {
            throw new StateFailedException(
                ErrorNames.Runtime,
                $"The function {function} answered no JSON: {e.Message}"
            );
        }
    }

    private async Task<InvocationResult> RequestAsync(
        string function,
        byte[] payload,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await lambda.InvokeAsync(function, payload, cancellationToken);
        }
        catch (AwsException e)
        {
            throw new StateFailedException(
                $"Lambda.{e.Code}",
                $"{e.Message} (Service: AWSLambda; Status Code: {e.Status}; Error Code: {e.Code})"
            );
        }
    }

    /// <summary>The error is the payload's errorType, the cause the payload as it is.</summary>
    private static StateFailedException FailureOf(ReadOnlySpan<byte> payload)
    {
        var text = Encoding.UTF8.GetString(payload);
        try
        {
            if (JsonText.Parse(payload) is JsonObject error && error["errorType"] is JsonValue type)
            {
                return new StateFailedException(type.GetValue<string>(), text);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not what a runtime writes of an error: told below as it is.
        }

        return new StateFailedException(
            "Lambda.Unknown",
            $"The cause could not be determined because Lambda did not return an error type. Returned payload: {text}"
        );
    }
}
