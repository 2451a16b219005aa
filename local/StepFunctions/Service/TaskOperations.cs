using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Service;

/// <summary>What a task says by its token.</summary>
internal sealed class TaskOperations(TaskTokens tokens)
{
    private const int LongestToken = 2048;
    private const int LongestError = 256;
    private const int LongestCause = 32_768;

    public JsonObject Succeed(ApiRequest request)
    {
        var token = request.RequiredText("taskToken", LongestToken);
        var text =
            request.Data("output")
            ?? throw ApiRequest.Invalid("Value null at 'output' failed to satisfy constraint: Member must not be null");
        return Answer(tokens.Succeed(token, ParseOutput(text)));
    }

    public JsonObject Fail(ApiRequest request) =>
        Answer(
            tokens.Fail(
                request.RequiredText("taskToken", LongestToken),
                request.Text("error", LongestError),
                request.Text("cause", LongestCause)
            )
        );

    public JsonObject Beat(ApiRequest request) => Answer(tokens.Beat(request.RequiredText("taskToken", LongestToken)));

    private static JsonNode? ParseOutput(string output)
    {
        try
        {
            return JsonText.Parse(output);
        }
        catch (JsonException e)
        {
            throw new AwsException("InvalidOutput", $"Invalid Output: '{e.Message}'");
        }
    }

    private static JsonObject Answer(TokenAnswer answer) =>
        answer switch
        {
            TokenAnswer.Taken => [],
            TokenAnswer.Closed => throw new AwsException(
                "TaskTimedOut",
                "Task Timed Out: 'Provided task does not exist anymore'"
            ),
            TokenAnswer.DoesNotExist => throw new AwsException(
                "TaskDoesNotExist",
                "Task Does Not Exist: 'Provided task does not exist'"
            ),
            _ => throw new AwsException("InvalidToken", "Invalid Token: 'Invalid token'"),
        };
}
