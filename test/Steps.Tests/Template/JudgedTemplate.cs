using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>
/// What AWS's own tools, and an emulator of its services, make of the template: SAM translates it, cfn-lint reads it, moto
/// creates a stack of it with Connect's resources and one without. All in one process of Python, once for all tests.
/// </summary>
public sealed class JudgedTemplate : IDisposable
{
    /// <summary>The parameters that turn every condition on.</summary>
    public const string EverythingIsWanted = """
        {"ConnectInstanceId":"10ca1000-0000-4000-8000-000000000000","BridgeSourceBucket":"source",
         "AgentQueueArn":"arn:aws:connect:us-east-1:123456789012:instance/10ca1000-0000-4000-8000-000000000000/queue/10ca1000-0000-4000-8000-00000000000a",
         "AlarmTopicArn":"arn:aws:sns:us-east-1:123456789012:alarms","StartCallConcurrency":"5","NextPromptConcurrency":"50"}
        """;

    private const string ToInstall = "pip install cfn-lint 'moto[server]' (SAM's translator comes with them)";

    // cfn-lint would have the file as it stands translated too, and say nothing else of it.
    private const string Judge = """
        import json, sys
        import boto3
        from cfnlint.api import ManualArgs, lint
        from moto import mock_aws
        from samtranslator.parser.parser import Parser
        from samtranslator.translator.translator import Translator

        deployed, everything, result = sys.argv[1:4]

        def pages(client, operation, key, **request):
            return [item for page in client.get_paginator(operation).paginate(**request) for item in page[key]]

        @mock_aws
        def create(text, parameters):
            def client(service):
                return boto3.client(service, "us-east-1")
            s3 = client("s3")
            s3.create_bucket(Bucket="uploaded")
            s3.put_object(Bucket="uploaded", Key="package", Body=b"PK\5\6" + bytes(18))
            # As the deployment does: a template of this size has to lie in S3.
            s3.put_object(Bucket="uploaded", Key="template", Body=text)
            cloudformation, stack = client("cloudformation"), "sonic-bridge"
            cloudformation.create_stack(
                StackName=stack, TemplateURL="https://uploaded.s3.amazonaws.com/template",
                Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
                Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()])
            resources = pages(cloudformation, "list_stack_resources", "StackResourceSummaries", StackName=stack)
            described = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
            functions = pages(client("lambda"), "list_functions", "Functions")
            machines = client("stepfunctions").list_state_machines()["stateMachines"]
            queues = client("sqs").list_queues()["QueueUrls"]
            return {
                "status": described["StackStatus"],
                "outputs": {output["OutputKey"]: output["OutputValue"] for output in described["Outputs"]},
                "made": [resource["LogicalResourceId"] for resource in resources],
                "reserved": {
                    one["FunctionName"]: reserved for one in functions
                    if (reserved := client("lambda").get_function_concurrency(FunctionName=one["FunctionName"])
                        .get("ReservedConcurrentExecutions"))},
                "retention": {group["logGroupName"]: group.get("retentionInDays")
                              for group in pages(client("logs"), "describe_log_groups", "logGroups")},
                "definitions": {
                    one["name"]: client("stepfunctions").describe_state_machine(
                        stateMachineArn=one["stateMachineArn"])["definition"] for one in machines},
                "queues": {url.split("/")[-1]: client("sqs").get_queue_attributes(
                    QueueUrl=url, AttributeNames=["All"])["Attributes"].get("KmsMasterKeyId") for url in queues},
                "dashboard": client("cloudwatch").get_dashboard(DashboardName="nova-sonic")["DashboardBody"],
            }

        template = json.load(open(deployed))
        for resource in template["Resources"].values():
            if resource["Type"] == "AWS::Serverless::Function":
                resource["Properties"]["CodeUri"] = "s3://uploaded/package"
        translated = Translator({}, Parser()).translate(template, {})
        text = json.dumps(translated)
        json.dump({
            "translated": translated,
            "said": [str(match) for match in lint(text, config=ManualArgs(regions=["us-east-1"]))],
            "bare": create(text, {}),
            "everything": create(text, json.loads(everything)),
        }, open(result, "w"))
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("template-");
    private readonly Lazy<Task<JsonObject>> _judged;

    public JudgedTemplate() => _judged = new Lazy<Task<JsonObject>>(JudgeAsync);

    /// <summary>What they said; the test is skipped where they are not installed.</summary>
    public Task<JsonObject> SaidAsync() => _judged.Value;

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<JsonObject> JudgeAsync()
    {
        var deployed = Path.Combine(_folder.FullName, "deployed.template");
        var result = Path.Combine(_folder.FullName, "result.json");
        await File.WriteAllTextAsync(
            deployed,
            DeployedTemplate.Substituted().ToJsonString(),
            TestContext.Current.CancellationToken
        );
        var (exitCode, output) = await ExternalTool.RunAsync(
            "python3",
            ToInstall,
            "-c",
            Judge,
            deployed,
            EverythingIsWanted,
            result
        );
        Assert.SkipWhen(
            output.Contains("No module named", StringComparison.Ordinal),
            $"Nobody is there to judge the template: {ToInstall}."
        );
        exitCode.ShouldBe(0, output);
        return JsonNode.Parse(await File.ReadAllTextAsync(result, TestContext.Current.CancellationToken))!.AsObject();
    }
}
