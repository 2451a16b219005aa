using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.Connect.Language;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Connect.Api;

/// <summary>What is asked of the instance itself, and of the functions that its flows may invoke.</summary>
internal sealed class InstanceOperations(ConnectInstance instance)
{
    private const int LongestArn = 140;
    private const int FunctionsInPage = 25;

    public JsonObject List() => new() { ["InstanceSummaryList"] = new JsonArray(Summary()) };

    public JsonObject Describe() => new() { ["Instance"] = Summary() };

    public JsonObject Associate(JsonObject request)
    {
        if (FlowCheck.Text(request["FunctionArn"]) is not { Length: > 0 and <= LongestArn } arn)
        {
            throw new AwsException("InvalidParameterException", $"FunctionArn must have 1 to {LongestArn} characters.");
        }

        return instance.Associate(arn)
            ? []
            : throw new AwsException(
                "ResourceConflictException",
                $"The function {arn} is associated with the instance already.",
                StatusCodes.Status409Conflict
            );
    }

    public JsonObject Dissociate(IQueryCollection query)
    {
        string arn = query["functionArn"].ToString();
        return instance.Dissociate(arn)
            ? []
            : throw new AwsException(
                "ResourceNotFoundException",
                $"The function '{arn}' is not associated with the instance.",
                StatusCodes.Status404NotFound
            );
    }

    public JsonObject ListFunctions(IQueryCollection query)
    {
        var page = Page<string>.Of(instance.Functions, query, FunctionsInPage);
        var answer = new JsonObject
        {
            ["LambdaFunctions"] = new JsonArray([.. page.Items.Select(static arn => (JsonNode?)arn)]),
        };
        if (page.NextToken is { } token)
        {
            answer["NextToken"] = token;
        }

        return answer;
    }

    private JsonObject Summary() =>
        new()
        {
            ["Id"] = instance.Id,
            ["Arn"] = instance.Arn,
            ["IdentityManagementType"] = "CONNECT_MANAGED",
            ["InstanceAlias"] = instance.Alias,
            ["CreatedTime"] = instance.CreatedAt.ToUnixTimeMilliseconds() / 1000m,
            ["ServiceRole"] =
                $"arn:aws:iam::{LocalAccount.Id}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect",
            ["InstanceStatus"] = "ACTIVE",
            ["InboundCallsEnabled"] = true,
            ["OutboundCallsEnabled"] = false,
        };
}
