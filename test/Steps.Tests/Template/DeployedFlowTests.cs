using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>
/// The contact flow names functions and queue as an export of another instance does, so that Connect's import resolves
/// them by name; the template puts the account's own in their place.
/// </summary>
public sealed class DeployedFlowTests
{
    private const string Functions = "arn:aws:lambda:us-east-1:000000000000:function:";

    private const string Queue =
        "arn:aws:connect:us-east-1:000000000000:instance/10ca1000-0000-4000-8000-000000000000/queue/10ca1000-0000-4000-8000-00000000000a";

    private static readonly JsonObject s_template = DeployedTemplate.Substituted();
    private static readonly string s_file = Repository.Read("contactflows/nova-sonic-call.json");

    [Fact]
    public void What_is_deployed_is_the_file_with_the_accounts_own_functions_and_queue()
    {
        var content = s_template["Resources"]!["NovaSonicCallFlow"]!["Properties"]!["Content"]!;

        var deployed = Value(content);

        deployed.ShouldBe(
            s_file
                .Replace(Functions, "arn:aws:lambda:eu-west-2:111122223333:function:", StringComparison.Ordinal)
                .Replace(Queue, "the-queue", StringComparison.Ordinal)
        );
        deployed.ShouldNotContain("000000000000");
        deployed.Length.ShouldBeLessThan(256_000);
    }

    [Fact]
    public void The_flow_is_deployed_only_where_instance_and_queue_are_known()
    {
        foreach (var id in new[] { "NovaSonicCallFlow", "StartCallInConnect", "NextPromptInConnect" })
        {
            ((string?)s_template["Resources"]![id]!["Condition"]).ShouldBe("FlowIsWanted");
        }

        var condition = s_template["Conditions"]!["FlowIsWanted"]!.ToJsonString();
        condition.ShouldContain("ConnectInstanceId");
        condition.ShouldContain("AgentQueueArn");
    }

    /// <summary>What CloudFormation makes of the functions that the flow's content uses.</summary>
    private static string Value(JsonNode node) =>
        node switch
        {
            JsonObject o when o["Fn::Select"] is JsonArray select => Split(select[1]!)[int.Parse((string)select[0]!)],
            JsonObject o when o["Fn::FindInMap"] is JsonArray path => (string)
                s_template["Mappings"]![(string)path[0]!]![(string)path[1]!]![(string)path[2]!]!,
            JsonObject o when o["Fn::Sub"] is JsonArray sub => Fill(
                (string)sub[0]!,
                sub[1]!.AsObject().ToDictionary(variable => variable.Key, variable => Value(variable.Value!))
            ),
            JsonObject o when o["Fn::Sub"] is JsonValue text => Fill((string)text!, []),
            _ => throw new InvalidOperationException(node.ToJsonString()),
        };

    private static string[] Split(JsonNode node) =>
        node["Fn::Split"] is JsonArray split
            ? Value(split[1]!).Split((string)split[0]!)
            : throw new InvalidOperationException();

    private static string Fill(string text, Dictionary<string, string> variables)
    {
        variables["AgentQueueArn"] = "the-queue";
        variables["AWS::Partition"] = "aws";
        variables["AWS::Region"] = "eu-west-2";
        variables["AWS::AccountId"] = "111122223333";
        // One pass, as CloudFormation does: what is filled in is not looked at again.
        return string.Concat(
            text.Split("${")
                .Select(
                    (part, i) => i == 0 ? part : variables[part[..part.IndexOf('}')]] + part[(part.IndexOf('}') + 1)..]
                )
        );
    }
}
