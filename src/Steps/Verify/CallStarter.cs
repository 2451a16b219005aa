using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>Invokes the function that a contact flow starts a call with.</summary>
internal sealed class CallStarter(IAmazonLambda lambda, string? function)
{
    // Reserved for fiction: no subscriber has it.
    private const string PhoneNumber = "+12025550123";

    /// <summary>Starts a call.</summary>
    /// <exception cref="MigrationRefused">The function did not start it.</exception>
    public async Task StartAsync(string streamArn, ContactId contact, DateTimeOffset startedAt)
    {
        var answer = await InvokeAsync(
            new JsonObject
            {
                ["StreamARN"] = streamArn,
                ["ContactId"] = contact.ToString(),
                ["CustomerPhoneNumber"] = PhoneNumber,
                ["StartTimestamp"] = $"{startedAt.ToUnixTimeMilliseconds()}",
            }
        );
        if (answer.TextAt("status") != "started")
        {
            throw new MigrationRefused(
                $"{function} did not start the synthetic call: {answer.TextAt("error")}. {answer.TextAt("message")} Look at its log."
            );
        }
    }

    /// <summary>Invokes the function with an event, and gives what it answers.</summary>
    /// <exception cref="MigrationRefused">It failed, or answered no JSON.</exception>
    public async Task<JsonElement> InvokeAsync(JsonObject input)
    {
        var response = await lambda.InvokeAsync(
            new InvokeRequest
            {
                FunctionName = Setting.Required(function, "START_FUNCTION_ARN"),
                InvocationType = InvocationType.RequestResponse,
                Payload = input.ToJsonString(),
            }
        );
        var answer = Encoding.UTF8.GetString(response.Payload.ToArray());
        if (response.FunctionError is { Length: > 0 } error)
        {
            throw new MigrationRefused($"{function} failed ({error}): {answer}. Look at its log.");
        }

        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new MigrationRefused($"{function} answered no JSON: '{answer}'.", e);
        }
    }
}
