using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Infrastructure;

/// <summary>What AWS's linter says of the template, and what an emulator of CloudFormation makes of it.</summary>
public sealed class EcsStackJudgesTests : IDisposable
{
    private const string Create = """
        import json, sys
        import boto3
        from moto.server import ThreadedMotoServer

        body, parameters, wanted, result = sys.argv[1:5]
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        try:
            host, port = server.get_host_and_port()
            def client(service):
                return boto3.client(service, "us-east-1", endpoint_url=f"http://{host}:{port}",
                                    aws_access_key_id="test", aws_secret_access_key="test")
            given = json.loads(parameters)
            if wanted == "existing":
                ec2 = client("ec2")
                vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
                given["VpcId"], given["VpcCidr"] = vpc, "10.9.0.0/16"
                given["PrivateSubnetIds"] = ",".join(
                    ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.9.{i}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
                    for i, zone in enumerate(["us-east-1a", "us-east-1b"]))
            cloudformation = client("cloudformation")
            cloudformation.create_stack(
                StackName="nova-sonic-ecs-stack", TemplateBody=open(body).read(), Capabilities=["CAPABILITY_NAMED_IAM"],
                Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in given.items()])
            stack = cloudformation.describe_stacks(StackName="nova-sonic-ecs-stack")["Stacks"][0]
            resources = cloudformation.list_stack_resources(StackName="nova-sonic-ecs-stack")["StackResourceSummaries"]
            group = client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"][0]
            json.dump({
                "status": stack["StackStatus"],
                "outputs": {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]},
                "made": [resource["LogicalResourceId"] for resource in resources if resource["LogicalResourceId"]],
                "types": [override["InstanceType"]
                          for override in group["MixedInstancesPolicy"]["LaunchTemplate"]["Overrides"]],
                "protected": group["NewInstancesProtectedFromScaleIn"],
                "cluster": client("ecs").list_clusters()["clusterArns"],
            }, open(result, "w"))
        finally:
            server.stop()
        """;

    private const string Given = """
        "ImageUri":"123456789012.dkr.ecr.us-east-1.amazonaws.com/nova-sonic-ecs-bridge:1",
        "KmsKeyArn":"arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        """;

    /// <summary>What moto's CloudFormation does not know, and leaves out.</summary>
    private static readonly string[] s_unknownToMoto =
    [
        "AlarmTopicPolicy",
        "CapacityProvider",
        "ClusterCapacity",
        "CpuReserved",
        "InstancesAtMax",
        "MemoryReserved",
        "NoRoom",
        "StandbyAbsent",
        "StandbyUnhealthy",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecs-stack-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Cfn_lint_has_nothing_to_say()
    {
        var (exitCode, output) = await ExternalTool.RunAsync(
            "cfn-lint",
            "pip install cfn-lint",
            "-t",
            Repository.PathOf(EcsStack.File)
        );

        output.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public void Cfn_lint_is_told_to_overlook_one_finding_alone() =>
        EcsStack.Read()["Resources"]!
            .AsObject()
            .Where(resource => resource.Value!["Metadata"]?["cfn-lint"] is not null)
            .Select(resource => $"{resource.Key} {resource.Value!["Metadata"]!["cfn-lint"]!.ToJsonString()}")
            .ShouldBe(["""Balancer {"config":{"ignore_checks":["W1033"]}}"""]);

    [Fact]
    public async Task Stack_with_a_network_of_its_own_can_be_created()
    {
        var stack = await CreateAsync("own", "");

        LeftOut(stack, "EndpointsAreWanted").ShouldBe(s_unknownToMoto);
        ((string?)stack["outputs"]!["ClusterName"]).ShouldBe("nova-sonic-ecs-cluster");
        stack["cluster"]!
            .AsArray()
            .ShouldHaveSingleItem()!
            .ToString()
            .ShouldBe((string?)stack["outputs"]!["ClusterArn"]);
        ((string?)stack["outputs"]!["PrivateSubnetIds"])!.Split(',').Distinct().Count().ShouldBe(2);
        stack["outputs"]!
            .AsObject()
            .Select(output => output.Key)
            .ShouldBe(EcsStack.Read()["Outputs"]!.AsObject().Select(output => output.Key), ignoreOrder: true);
        stack["types"]!.ToJsonString().ShouldBe("""["c7i.large","c6i.large","m7i.large"]""");
        ((bool)stack["protected"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Stack_in_an_existing_network_with_endpoints_can_be_created()
    {
        var stack = await CreateAsync(
            "existing",
            ""","InterfaceEndpoints":"Yes","Architecture":"ARM64","InstanceTypes":"c8g.xlarge,c7g.xlarge" """
        );

        LeftOut(stack, "OwnNetwork").ShouldBe(s_unknownToMoto);
        stack["made"]!.AsArray().Select(id => (string?)id).ShouldContain("BedrockEndpoint");
        stack["types"]!.ToJsonString().ShouldBe("""["c8g.xlarge","c7g.xlarge"]""");
    }

    private async Task<JsonObject> CreateAsync(string network, string parameters)
    {
        var body = Path.Combine(_folder.FullName, "body.json");
        var result = Path.Combine(_folder.FullName, "result.json");
        // As a Lambda passes it.
        await File.WriteAllTextAsync(body, EcsStack.Read().ToJsonString(), TestContext.Current.CancellationToken);
        var (exitCode, output) = await ExternalTool.RunAsync(
            "python3",
            "pip install moto[server]",
            "-c",
            Create,
            body,
            $"{{{Given}{parameters}}}",
            network,
            result
        );
        Assert.SkipWhen(
            output.Contains("No module named", StringComparison.Ordinal),
            "moto is not installed: pip install moto[server]."
        );
        exitCode.ShouldBe(0, output);
        var stack = JsonNode.Parse(await File.ReadAllTextAsync(result, TestContext.Current.CancellationToken))!;
        ((string?)stack["status"]).ShouldBe("CREATE_COMPLETE");
        return stack.AsObject();
    }

    /// <summary>The resources that were not made though their condition holds.</summary>
    private static IEnumerable<string> LeftOut(JsonObject stack, string conditionThatDoesNotHold)
    {
        var made = stack["made"]!.AsArray().Select(id => (string)id!).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. EcsStack.Read()["Resources"]!
                .AsObject()
                .Where(resource =>
                    !made.Contains(resource.Key) && (string?)resource.Value!["Condition"] != conditionThatDoesNotHold
                )
                .Select(resource => resource.Key)
                .Order(StringComparer.Ordinal),
        ];
    }
}
