using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>A function's role allows the requests that its code makes, on the files that it makes them for, and no more.</summary>
public sealed partial class FunctionRoleTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();

    // AWS's service authorization reference names no resource type for these.
    private static readonly string[] s_withoutResources =
    [
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeInstanceRefreshes",
        "autoscaling:DescribeLifecycleHooks",
        "autoscaling:DescribeLoadBalancerTargetGroups",
        "autoscaling:DescribeLoadBalancers",
        "autoscaling:DescribeNotificationConfigurations",
        "autoscaling:DescribeScalingActivities",
        "autoscaling:DescribeScheduledActions",
        "autoscaling:DescribeTags",
        "autoscaling:DescribeTrafficSources",
        "connect:ListInstances",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "ec2:DescribeAccountAttributes",
        "ec2:DescribeAddresses",
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeFlowLogs",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeInstances",
        "ec2:DescribeInternetGateways",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribeNatGateways",
        "ec2:DescribeNetworkAcls",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribePrefixLists",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroupRules",
        "ec2:DescribeTags",
        "ec2:DescribeVpcEncryptionControls",
        "ec2:DescribeVpcEndpoints",
        "ec2:DescribeVpnGateways",
        "ecr:GetAuthorizationToken",
        "ecs:CreateCapacityProvider",
        "ecs:CreateCluster",
        "ecs:DeregisterTaskDefinition",
        "ecs:DescribeTaskDefinition",
        "ecs:ListTaskDefinitions",
        // It does name one, and asks for none of it when the tasks of a whole cluster are listed.
        "ecs:ListTasks",
        "ecs:RegisterTaskDefinition",
        "elasticloadbalancing:DescribeCapacityReservation",
        "elasticloadbalancing:DescribeListenerAttributes",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancerAttributes",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeTags",
        "elasticloadbalancing:DescribeTargetGroupAttributes",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "lambda:ListEventSourceMappings",
        // What Step Functions needs to deliver a machine's log.
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
        "sns:Unsubscribe",
        "xray:GetSamplingRules",
        "xray:GetSamplingTargets",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
    ];

    [Theory]
    [InlineData("StartCall", "StartCallFunction", "../Configure/BucketShelf", "../Configure/ParameterShelf")]
    [InlineData("LaunchBridge", "LaunchBridgeFunction")]
    [InlineData("BridgeStopped", "BridgeStoppedFunction")]
    [InlineData("StopBridge", "StopBridgeFunction")]
    [InlineData("SpotWarning", "SpotWarningFunction")]
    [InlineData("ContactDisconnected", "ContactDisconnectedFunction")]
    [InlineData("NextPrompt", "NextPromptFunction", "CallWatch", "CallExecution")]
    [InlineData("RecordOutcome", "RecordOutcomeFunction")]
    public void A_role_allows_what_the_code_does(string function, params string[] sources)
    {
        var code = string.Concat(sources.Select(source => Repository.Read($"src/Steps/Call/{source}.cs")));
        var reads = FilesOf(ReadOfFile(), code);
        var writes = FilesOf(WriteOfFile(), code);
        reads.AddRange(code.Contains(".ReadLinesAsync(", StringComparison.Ordinal) ? ["said/*"] : []);
        writes.AddRange(code.Contains(".ClearChaptersAsync(", StringComparison.Ordinal) ? ["said/*"] : []);
        var expected = new List<string> { "logs:CreateLogStream", "logs:PutLogEvents" };
        expected.AddRange(
            reads.Count > 0 || code.Contains("s3.GetObjectAsync(", StringComparison.Ordinal)
                ? ["s3:GetObject", "s3:ListBucket", "kms:Decrypt"]
                : []
        );
        expected.AddRange(writes.Count > 0 ? ["s3:PutObject", "kms:GenerateDataKey"] : []);
        expected.AddRange(code.Contains("TagOf(", StringComparison.Ordinal) ? ["s3:PutObjectTagging"] : []);
        expected.AddRange(
            RequestToService()
                .Matches(code)
                .Select(match => $"{ServiceOf(match)}:{match.Groups["operation"].Value}")
                .Distinct()
        );
        expected.AddRange(expected.Contains("ecs:RunTask") ? ["iam:PassRole"] : []);
        expected.AddRange(["xray:PutTraceSegments", "xray:PutTelemetryRecords"]);
        expected.AddRange(
            s_template["Resources"]![$"{function}Function"]!["Properties"]!["DeadLetterQueue"] is null
                ? []
                : expected.Union(["sqs:SendMessage", "kms:GenerateDataKey", "kms:Decrypt"]).Except(expected)
        );

        var statements = Statements($"{function}Role");

        statements.SelectMany(Actions).ShouldBe(expected, ignoreOrder: true);
        FilesOf("s3:GetObject", statements).ShouldBe(reads, ignoreOrder: true);
        FilesOf("s3:PutObject", statements).ShouldBe(writes, ignoreOrder: true);
    }

    [Fact]
    public void No_role_allows_a_wildcard_of_actions() =>
        DeployedTemplate
            .OfType(s_template, "AWS::IAM::Role")
            .SelectMany(role => Statements(role.Key))
            .SelectMany(Actions)
            .ShouldAllBe(action => !action.Contains('*'));

    [Fact]
    public void Every_resource_is_named_but_where_the_service_knows_none() =>
        DeployedTemplate
            .OfType(s_template, "AWS::IAM::Role")
            .SelectMany(role => Statements(role.Key))
            .Where(statement => statement["Resource"] is JsonValue)
            .SelectMany(Actions)
            .ShouldBeSubsetOf(s_withoutResources);

    [Fact]
    public void The_state_machine_may_call_its_own_functions_alone() =>
        Statements("CallStateMachineRole").Single(statement => Actions(statement).Contains("lambda:InvokeFunction"))[
            "Resource"
        ]!
            .ToJsonString()
            .ShouldBe(
                """[{"Fn::GetAtt":["LaunchBridgeFunction","Arn"]},{"Fn::GetAtt":["StopBridgeFunction","Arn"]},{"Fn::GetAtt":["RecordOutcomeFunction","Arn"]},{"Fn::GetAtt":["DiagnoseFunction","Arn"]}]"""
            );

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

    private static List<JsonObject> Statements(string role) =>
        [
            .. (s_template["Resources"]![role]!["Properties"]!["Policies"]?.AsArray() ?? [])
                .SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray())
                .Select(statement => statement!.AsObject()),
        ];

    private static IEnumerable<string> Actions(JsonObject statement) =>
        statement["Action"]!.AsArray().Select(action => (string)action!);

    private static List<string> FilesOf(string action, IEnumerable<JsonObject> statements) =>
        [
            .. statements
                .Where(statement => Actions(statement).Contains(action))
                .SelectMany(statement =>
                    statement["Resource"] is JsonArray many ? [.. many] : new[] { statement["Resource"] }
                )
                .Select(resource => (string)resource!["Fn::Sub"]!)
                .Where(resource => resource.Contains("/calls/", StringComparison.Ordinal))
                .Select(resource => resource["${CallBucket.Arn}/calls/*/".Length..]),
        ];

    private static List<string> FilesOf(Regex request, string code) =>
        [.. request.Matches(code).Select(match => $"{match.Groups["file"].Value.ToLowerInvariant()}.json").Distinct()];

    private static string ServiceOf(Match request) =>
        request.Groups["client"].Value is "stepFunctions" ? "states" : request.Groups["client"].Value;

    [GeneratedRegex(@"\bRead(IfChanged)?Async\(\s*CallFile\.(?<file>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadOfFile();

    [GeneratedRegex(@"\b(Try)?WriteAsync\(\s*CallFile\.(?<file>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WriteOfFile();

    [GeneratedRegex(
        @"\b_?(?<client>ecs|ssm|stepFunctions)\.(?<operation>\w+)Async\(",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RequestToService();
}
