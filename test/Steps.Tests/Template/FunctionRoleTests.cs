using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>What a function leaves in its log has an end; what its role allows is held by Permissions.</summary>
public sealed class FunctionRoleTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();

    [Fact]
    public void Each_function_has_a_role_and_a_log_that_is_forgotten()
    {
        foreach (var (id, function) in DeployedTemplate.OfType(s_template, "AWS::Serverless::Function"))
        {
            var name = (string)function!["Properties"]!["FunctionName"]!;
            var logs = $"{id[..^"Function".Length]}Logs";

            ((string?)s_template["Resources"]![logs]!["Properties"]!["LogGroupName"]).ShouldBe($"/aws/lambda/{name}");
            s_template["Resources"]![logs]!["Properties"]!["RetentionInDays"].ShouldNotBeNull();
            ((string?)function["Properties"]!["LoggingConfig"]!["LogGroup"]!["Ref"]).ShouldBe(logs);
        }
    }
}
