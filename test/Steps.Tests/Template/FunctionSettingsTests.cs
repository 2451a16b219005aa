using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>What all functions and machines have in common: they are traced, and what they log is forgotten.</summary>
public sealed class FunctionSettingsTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();
    private static readonly JsonNode s_resources = s_template["Resources"]!;

    [Fact]
    public void Every_function_is_traced_by_X_Ray_as_every_machine_is()
    {
        ((string?)s_template["Globals"]!["Function"]!["Tracing"]).ShouldBe("Active");
        foreach (var (id, function) in DeployedTemplate.OfType(s_template, "AWS::Serverless::Function"))
        {
            function!["Properties"]!["Tracing"].ShouldBeNull(id);
            TracesBy($"{id[..^"Function".Length]}Role")
                .ShouldBe(["xray:PutTraceSegments", "xray:PutTelemetryRecords"], id);
        }

        foreach (var (id, machine) in DeployedTemplate.OfType(s_template, "AWS::StepFunctions::StateMachine"))
        {
            machine!["Properties"]!["TracingConfiguration"]!.ToJsonString().ShouldBe("""{"Enabled":true}""");
            TracesBy($"{id}Role")
                .ShouldBe(
                    [
                        "xray:PutTraceSegments",
                        "xray:PutTelemetryRecords",
                        "xray:GetSamplingRules",
                        "xray:GetSamplingTargets",
                    ],
                    id
                );
        }
    }

    /// <summary>A state's input has the task token and what the caller's telephone number is.</summary>
    [Fact]
    public void Every_machine_logs_what_failed_without_its_data_where_logs_are_forgotten()
    {
        foreach (var (id, machine) in DeployedTemplate.OfType(s_template, "AWS::StepFunctions::StateMachine"))
        {
            var logging = machine!["Properties"]!["LoggingConfiguration"]!;
            var logs = id.Replace("StateMachine", "StateMachineLogs", StringComparison.Ordinal);

            ((string?)logging["Level"]).ShouldBe("ERROR");
            ((bool)logging["IncludeExecutionData"]!).ShouldBeFalse();
            logging["Destinations"]!
                .ToJsonString()
                .ShouldBe(
                    $$$$"""[{"CloudWatchLogsLogGroup":{"LogGroupArn":{"Fn::GetAtt":["{{{{logs}}}}","Arn"]}}}]""",
                    id
                );
            // Under this prefix the account's policy for delivered logs does not grow with each machine.
            ((string?)s_resources[logs]!["Properties"]!["LogGroupName"]).ShouldBe(
                $"/aws/vendedlogs/states/{machine["Properties"]!["StateMachineName"]}"
            );
        }
    }

    [Fact]
    public void Every_log_is_forgotten_when_the_parameter_says_so() =>
        DeployedTemplate
            .OfType(s_template, "AWS::Logs::LogGroup")
            .ShouldAllBe(logs =>
                logs.Value!["Properties"]!["RetentionInDays"]!.ToJsonString() == """{"Ref":"LogRetentionDays"}"""
            );

    /// <summary>An account may have no more than ten runs at once, of which none can be reserved.</summary>
    [Theory]
    [InlineData("StartCall")]
    [InlineData("NextPrompt")]
    public void Concurrency_is_reserved_for_what_flows_invoke_only_where_a_number_is_given(string function)
    {
        ((int)s_template["Parameters"]![$"{function}Concurrency"]!["Default"]!).ShouldBe(0);
        s_template["Conditions"]![$"{function}IsReserved"]!
            .ToJsonString()
            .ShouldBe($$"""{"Fn::Not":[{"Fn::Equals":[{"Ref":"{{function}}Concurrency"},"0"]}]}""");
        s_resources[$"{function}Function"]!["Properties"]!["ReservedConcurrentExecutions"]!
            .ToJsonString()
            .ShouldBe(
                $$"""{"Fn::If":["{{function}}IsReserved",{"Ref":"{{function}}Concurrency"},{"Ref":"AWS::NoValue"}]}"""
            );
    }

    [Fact]
    public void No_other_function_reserves_concurrency() =>
        DeployedTemplate
            .OfType(s_template, "AWS::Serverless::Function")
            .Where(function => function.Value!["Properties"]!["ReservedConcurrentExecutions"] is not null)
            .Select(function => function.Key)
            .ShouldBe(["StartCallFunction", "NextPromptFunction"]);

    private static IEnumerable<string> TracesBy(string role) =>
        s_resources[role]!["Properties"]!["Policies"]!
            .AsArray()
            .SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray())
            .SelectMany(statement => statement!["Action"]!.AsArray())
            .Select(action => (string)action!)
            .Where(action => action.StartsWith("xray:", StringComparison.Ordinal));
}
