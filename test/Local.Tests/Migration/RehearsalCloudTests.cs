using System.Text.Json.Nodes;
using SonicBridge.Local.Call;
using SonicBridge.Local.Connect.Language;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Migration;
using SonicBridge.Local.Moto;
using SonicBridge.Local.Script;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Migration;

public sealed class RehearsalCloudTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_holds_the_Fargate_deployment_and_the_product_and_runs_both()
    {
        await using var rehearsal = await StartAsync();
        var door = rehearsal.Cloud.Door;

        // The Fargate deployment starts tasks by the family's newest revision.
        var answer = await InvokeAsync(rehearsal, $"{FargateDeployment.Function}:live");
        ((string?)answer["status"]).ShouldBe("started");

        var definition = await AwsCli.RunAsync(
            door,
            ["ecs", "describe-task-definition", "--task-definition", "nova-sonic-bridge", "--include", "TAGS"]
        );
        ((int?)JsonNode.Parse(definition)!["taskDefinition"]!["revision"]).ShouldBe(2);
        JsonNode.Parse(definition)!["tags"]!.AsArray().Count.ShouldBe(2);

        // Which is what a revision for EC2 in the same family takes from it.
        var ecs = JsonNode.Parse(Product.Built.TaskDefinition)!.AsObject();
        await AskEcsAsync(rehearsal, "RegisterTaskDefinition", ecs);
        var broken = await rehearsal.Lambdas.InvokeAsync(FargateDeployment.FunctionArn, "{}"u8.ToArray(), Cancellation);
        broken.FunctionError.ShouldBe("Unhandled");

        // The product's functions run here and are described by moto.
        var functions = await AwsCli.RunAsync(door, ["lambda", "list-functions"]);
        functions.ShouldContain("\"invoke-ecs-ec2-task\"");
        functions.ShouldContain("\"invoke-fargate-task\"");
        await LogsReachCloudWatchAsync(rehearsal);
        rehearsal
            .Connect.Flows.Select(static flow => flow.Name)
            .ShouldBe(["Main line", "Support", "Billing", "Opening hours"], ignoreOrder: true);
        var support = rehearsal.Connect.FlowNamed("Support").ShouldNotBeNull();
        support.Saved.ShouldNotBe(support.Published);
        FlowCheck.Problems(support.Saved).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stack_that_is_made_by_a_change_set_has_outputs_and_instances_until_it_is_deleted()
    {
        await using var rehearsal = await StartAsync();
        var form = Stack("CreateChangeSet");
        form["ChangeSetName"] = "first";
        form["ChangeSetType"] = "CREATE";
        form["TemplateURL"] = "https://templates.s3.us-east-1.amazonaws.com/small.template";
        rehearsal.Cloud.S3.CreateBucket("templates");
        rehearsal.Cloud.S3.Put("templates", "small.template", SmallStack(), "application/json");
        await QueryAsync(rehearsal, form);

        var execute = Stack("ExecuteChangeSet");
        execute["ChangeSetName"] = "first";
        await QueryAsync(rehearsal, execute);

        var stack = await QueryAsync(rehearsal, Stack("DescribeStacks"));
        stack.ShouldContain("CREATE_COMPLETE");
        stack.ShouldContain("<OutputValue>rehearsed</OutputValue>");
        var cluster = new JsonObject { ["cluster"] = "rehearsed" };
        (await AskEcsAsync(rehearsal, "ListContainerInstances", cluster))["containerInstanceArns"]!
            .AsArray()
            .Count.ShouldBe(2);

        await QueryAsync(rehearsal, Stack("DeleteStack"));
        var describe = () => QueryAsync(rehearsal, Stack("DescribeStacks"));
        (await describe.ShouldThrowAsync<AwsException>()).Message.ShouldContain("does not exist");
        (
            await AskEcsAsync(
                rehearsal,
                "DescribeClusters",
                new JsonObject { ["clusters"] = new JsonArray("rehearsed") }
            )
        )["clusters"]!
            .AsArray()
            .ShouldAllBe(found => (string?)found!["status"] == "INACTIVE");
    }

    private static async Task LogsReachCloudWatchAsync(RehearsalCloud rehearsal)
    {
        await rehearsal.Lambdas.InvokeAsync("next-prompt", """{"Details":{}}"""u8.ToArray(), Cancellation);
        string[] filter = ["logs", "filter-log-events", "--log-group-name", "/aws/lambda/next-prompt"];
        var found = "";
        // Shipped a moment later, by requests of its own: asked again until it is there.
        while (!found.Contains("REPORT RequestId", StringComparison.Ordinal))
        {
            Cancellation.ThrowIfCancellationRequested();
            found = await AwsCli.RunAsync(rehearsal.Cloud.Door, filter);
        }
    }

    private static async Task<RehearsalCloud> StartAsync()
    {
        try
        {
            var options = new LocalCloudOptions
            {
                Script = new ScriptedAgent(ScenarioFile.Load(ScenarioFile.Default)),
                Streams = new KvsStreams(TimeProvider.System),
            };
            return await RehearsalCloud.StartAsync(options, TimeProvider.System, Cancellation);
        }
        catch (MotoMissingException e)
        {
            Assert.Skip(e.Message);
            throw;
        }
    }

    private static async Task<JsonNode> InvokeAsync(RehearsalCloud rehearsal, string function)
    {
        var result = await rehearsal.Lambdas.InvokeAsync(function, "{}"u8.ToArray(), Cancellation);
        result.FunctionError.ShouldBeNull(System.Text.Encoding.UTF8.GetString(result.Payload.Span));
        return JsonNode.Parse(result.Payload.Span)!;
    }

    private static Task<JsonObject> AskEcsAsync(RehearsalCloud rehearsal, string operation, JsonObject request) =>
        rehearsal.Client.JsonAsync("ecs", $"AmazonEC2ContainerServiceV20141113.{operation}", request, Cancellation);

    private static async Task<string> QueryAsync(RehearsalCloud rehearsal, Dictionary<string, string> form) =>
        (await rehearsal.Client.QueryAsync("cloudformation", form, Cancellation))
            .ToString()
            .Replace(" xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"", "", StringComparison.Ordinal);

    private static Dictionary<string, string> Stack(string action) =>
        new()
        {
            ["Action"] = action,
            ["Version"] = "2010-05-15",
            ["StackName"] = "rehearsed",
        };

    private static byte[] SmallStack() =>
        """
            {
              "Resources": {
                "Cluster": { "Type": "AWS::ECS::Cluster", "Properties": { "ClusterName": "rehearsed" } },
                "Launch": {
                  "Type": "AWS::EC2::LaunchTemplate",
                  "Properties": { "LaunchTemplateData": { "ImageId": "ami-0aae19d30bab785d3", "InstanceType": "c7i.large" } }
                },
                "Group": {
                  "Type": "AWS::AutoScaling::AutoScalingGroup",
                  "Properties": {
                    "AutoScalingGroupName": "rehearsed", "MinSize": "2", "MaxSize": "2", "DesiredCapacity": "2",
                    "AvailabilityZones": ["us-east-1a"],
                    "LaunchTemplate": {
                      "LaunchTemplateId": { "Ref": "Launch" },
                      "Version": { "Fn::GetAtt": ["Launch", "LatestVersionNumber"] }
                    }
                  }
                },
                "Absent": {
                  "Type": "AWS::CloudWatch::Alarm",
                  "Properties": {
                    "AlarmName": "rehearsed-absent", "Namespace": "N", "MetricName": "M", "Statistic": "Maximum",
                    "Period": 60, "EvaluationPeriods": 1, "Threshold": 1,
                    "ComparisonOperator": "GreaterThanOrEqualToThreshold"
                  }
                }
              },
              "Outputs": { "ClusterName": { "Value": { "Ref": "Cluster" } } }
            }
            """u8.ToArray();
}
