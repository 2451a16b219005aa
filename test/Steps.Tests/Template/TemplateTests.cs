using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Steps.Tests.Template;

public sealed partial class TemplateTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();

    [Fact]
    public void The_functions_have_the_names_that_flows_and_guides_use()
    {
        foreach (var (id, function) in DeployedTemplate.OfType(s_template, "AWS::Serverless::Function"))
        {
            var kebab = WordStart().Replace(id[..^"Function".Length], "-").ToLowerInvariant();
            ((string?)function!["Properties"]!["FunctionName"]).ShouldBe(
                id == "StartCallFunction" ? "invoke-ecs-ec2-task" : kebab
            );
        }
    }

    [Fact]
    public void Every_setting_that_the_code_reads_is_given_and_no_other()
    {
        var read = Directory
            .EnumerateFiles(Repository.PathOf("src/Steps"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => SettingRead().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value);
        var given = DeployedTemplate
            .OfType(s_template, "AWS::Serverless::Function")
            .SelectMany(function => function.Value!["Properties"]!["Environment"]!["Variables"]!.AsObject())
            .Select(variable => variable.Key);

        // Lambda itself gives AWS_REGION, and the generated Main reads ANNOTATIONS_HANDLER.
        given
            .Append("AWS_REGION")
            .Distinct()
            .ShouldBe(read.Append("ANNOTATIONS_HANDLER").Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void The_state_machine_is_substituted_and_names_resources_of_the_template()
    {
        DeployedTemplate.Substitutions.ShouldContain(
            ("$.Resources.CallStateMachine.Properties.DefinitionString.Fn::Sub", "statemachines/call.asl.json")
        );
        Placeholder()
            .Matches(Repository.Read("statemachines/call.asl.json"))
            .Select(match => match.Groups["id"].Value)
            .ShouldAllBe(id => s_template["Resources"]!.AsObject().ContainsKey(id));
    }

    [Fact]
    public void Calls_are_encrypted_private_forgotten_and_kept_in_one_version()
    {
        var bucket = s_template["Resources"]!["CallBucket"]!["Properties"]!;

        bucket["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]!
            .ToJsonString()
            .ShouldBe("""{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":{"Fn::GetAtt":["CallKey","Arn"]}}""");
        bucket["PublicAccessBlockConfiguration"]!.AsObject().ShouldAllBe(setting => (bool)setting.Value!);
        bucket["VersioningConfiguration"].ShouldBeNull();
        bucket["LifecycleConfiguration"]!["Rules"]![0]!["ExpirationInDays"]!
            .ToJsonString()
            .ShouldBe("""{"Ref":"CallRetentionDays"}""");
    }

    [Fact]
    public void A_transcript_is_forgotten_when_its_tag_says_so() =>
        s_template["Resources"]!["CallBucket"]!["Properties"]!["LifecycleConfiguration"]!["Rules"]!
            .AsArray()
            .Where(rule => rule!["TagFilters"] is not null)
            .Select(rule =>
                $"{rule!["Prefix"]} {rule["TagFilters"]![0]!["Key"]}={rule["TagFilters"]![0]!["Value"]}: {rule["ExpirationInDays"]}"
            )
            .ShouldBe(TranscriptKeeping.Periods.Select(days => $"calls/ {TranscriptKeeping.Tag}={days}: {days}"));

    [Fact]
    public void A_configuration_that_cannot_be_used_is_counted()
    {
        var filter = s_template["Resources"]!["StartCallConfigurationProblems"]!["Properties"]!;

        ((string?)filter["LogGroupName"]!["Ref"]).ShouldBe("StartCallLogs");
        ((string?)filter["FilterPattern"]).ShouldBe("{ $.configurationProblems = \"*\" }");
        Repository.Read("src/Steps/Call/StartCallFunction.cs").ShouldContain("{configurationProblems}");
    }

    [Fact]
    public void Connect_may_read_prompts_and_nothing_else_and_nobody_may_come_without_TLS()
    {
        var statements = s_template["Resources"]!["CallBucketPolicy"]!["Properties"]!["PolicyDocument"]![
            "Statement"
        ]!.AsArray();

        statements.Single(statement => (string?)statement!["Effect"] == "Deny")!["Condition"]!
            .ToJsonString()
            .ShouldBe("""{"Bool":{"aws:SecureTransport":"false"}}""");
        var connect = statements.Where(statement => (string?)statement!["Effect"] == "Allow").ToList();
        connect.ShouldAllBe(statement => (string?)statement!["Principal"]!["Service"] == "connect.amazonaws.com");
        connect.ShouldAllBe(statement => statement!["Condition"]!["StringEquals"]!["aws:SourceAccount"] != null);
        connect
            .Select(statement => $"{statement!["Action"]} {statement["Resource"]!.ToJsonString()}")
            .ShouldBe([
                """s3:GetObject {"Fn::Sub":"${CallBucket.Arn}/calls/*/prompts/*"}""",
                """s3:ListBucket {"Fn::GetAtt":["CallBucket","Arn"]}""",
            ]);
    }

    [Fact]
    public void Stopped_bridges_and_they_alone_are_reported_to_bridge_stopped()
    {
        var pattern = s_template["Resources"]!["BridgeStoppedFunction"]!["Properties"]!["Events"]!["TaskStopped"]![
            "Properties"
        ]!["Pattern"]!;

        pattern["source"]!.ToJsonString().ShouldBe("""["aws.ecs"]""");
        pattern["detail-type"]!.ToJsonString().ShouldBe("""["ECS Task State Change"]""");
        pattern["detail"]!["lastStatus"]!.ToJsonString().ShouldBe("""["STOPPED"]""");
        pattern["detail"]!["clusterArn"]!.ToJsonString().ShouldContain("cluster/${ClusterName}");
        pattern["detail"]!["group"]!.ToJsonString().ShouldContain("family:${TaskDefinitionFamily}");
    }

    [Fact]
    public void Spot_warnings_and_the_ends_of_contacts_reach_their_functions()
    {
        var spot = PatternOf("SpotWarning", "SpotInterruption");
        spot["source"]!.ToJsonString().ShouldBe("""["aws.ec2"]""");
        spot["detail-type"]!.ToJsonString().ShouldBe("""["EC2 Spot Instance Interruption Warning"]""");

        var contact = PatternOf("ContactDisconnected", "ContactDisconnected");
        contact["source"]!.ToJsonString().ShouldBe("""["aws.connect"]""");
        contact["detail-type"]!.ToJsonString().ShouldBe("""["Amazon Connect Contact Event"]""");
        contact["detail"]!["eventType"]!.ToJsonString().ShouldBe("""["DISCONNECTED"]""");
        contact["detail"]!["instanceArn"]![0]!["wildcard"]!.ToJsonString().ShouldContain("/${ConnectInstanceId}");
    }

    private static JsonNode PatternOf(string function, string rule) =>
        s_template["Resources"]![$"{function}Function"]!["Properties"]!["Events"]![rule]!["Properties"]!["Pattern"]!;

    [GeneratedRegex("(?<!^)(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex WordStart();

    [GeneratedRegex(@"Setting\.Optional\(\s*""(?<name>[A-Z_]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingRead();

    [GeneratedRegex(@"\$\{(?<id>\w+)(\.\w+)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
