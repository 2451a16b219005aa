using System.Text.Json.Nodes;
using SonicBridge.Steps.Tests.Infrastructure;
using SonicBridge.Steps.Tests.Template;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>Each state machine's role allows what its states ask for, on what they name, and nothing else.</summary>
public sealed class StateMachinePermissionsTests
{
    private const string Integration = "arn:aws:states:::";

    private static readonly JsonObject s_template = DeployedTemplate.Read();

    public static TheoryData<string> Machines() =>
        [.. DeployedTemplate.OfType(s_template, "AWS::StepFunctions::StateMachine").Select(machine => machine.Key)];

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_role_allows_what_the_states_ask_for_and_nothing_else(string machine)
    {
        var properties = s_template["Resources"]![machine]!["Properties"]!;
        var file = DeployedTemplate
            .Substitutions.Single(one => one.Path.StartsWith($"$.Resources.{machine}.", StringComparison.Ordinal))
            .File;

        var asked = EcsStack
            .Objects(DeployedTemplate.Parse(file))
            .Where(state => (string?)state["Type"] == "Task")
            .SelectMany(Of)
            .Concat(OfTheResource(properties))
            .Distinct();

        Role.Named((string)properties["RoleArn"]!["Fn::GetAtt"]![0]!)
            .Statements.SelectMany(statement =>
                from action in statement.Actions
                from resource in statement.Resources
                select $"{action} {resource}"
            )
            .ShouldBe(asked, ignoreOrder: true);
    }

    private static IEnumerable<string> Of(JsonObject state)
    {
        var resource = (string)state["Resource"]!;
        resource.ShouldStartWith(Integration);
        var arguments = (state["Parameters"] ?? state["Arguments"])!;
        return resource[Integration.Length..] switch
        {
            "lambda:invoke" or "lambda:invoke.waitForTaskToken" =>
            [
                "lambda:InvokeFunction "
                    + "{\"Fn::GetAtt\":[\""
                    + Named((string)arguments["FunctionName"]!)[..^".Arn".Length]
                    + "\",\"Arn\"]}",
            ],
            "states:startExecution.sync:2" => OfExecution(Named((string)arguments["StateMachineArn"]!)),
            var other => throw new InvalidOperationException($"Which permissions does {other} need?"),
        };
    }

    /// <summary>To start it, to wait for its end by polling and by an event, and to stop it when the waiting one is stopped.</summary>
    private static IEnumerable<string> OfExecution(string machine)
    {
        const string Account = "${AWS::Region}:${AWS::AccountId}";
        var name = s_template["Resources"]![machine]!["Properties"]!["StateMachineName"];
        var executions = "{\"Fn::Sub\":\"arn:${AWS::Partition}:states:" + Account + ":execution:" + name + ":*\"}";
        var rule =
            "{\"Fn::Sub\":\"arn:${AWS::Partition}:events:"
            + Account
            + ":rule/StepFunctionsGetEventsForStepFunctionsExecutionRule\"}";
        return
        [
            "states:StartExecution {\"Ref\":\"" + machine + "\"}",
            $"states:DescribeExecution {executions}",
            $"states:StopExecution {executions}",
            $"events:PutTargets {rule}",
            $"events:PutRule {rule}",
            $"events:DescribeRule {rule}",
        ];
    }

    /// <summary>What Step Functions does in the machine's name beside its states.</summary>
    private static IEnumerable<string> OfTheResource(JsonNode properties)
    {
        string[] trace =
            properties["TracingConfiguration"]?["Enabled"]?.GetValue<bool>() == true
                ?
                [
                    "xray:PutTraceSegments",
                    "xray:PutTelemetryRecords",
                    "xray:GetSamplingRules",
                    "xray:GetSamplingTargets",
                ]
                : [];
        // Deliveries of logs belong to no resource.
        string[] log = properties["LoggingConfiguration"] is not null
            ?
            [
                "logs:CreateLogDelivery",
                "logs:GetLogDelivery",
                "logs:UpdateLogDelivery",
                "logs:DeleteLogDelivery",
                "logs:ListLogDeliveries",
                "logs:PutResourcePolicy",
                "logs:DescribeResourcePolicies",
                "logs:DescribeLogGroups",
            ]
            : [];
        return trace.Concat(log).Select(action => $"{action} \"*\"");
    }

    private static string Named(string placeholder) => placeholder["${".Length..^1];
}
