using System.IO.Compression;
using System.Text;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Sdk.Tests.Aws.Moto;

/// <summary>The clients against an emulator that knows nothing of them.</summary>
public sealed class MotoRoundTripTests(MotoServer moto)
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_definition_is_registered_described_and_withdrawn()
    {
        using var ecs = new AmazonECSClient(LoopbackService.Credentials, moto.Reach(new AmazonECSConfig()));

        var registered = await ecs.RegisterTaskDefinitionAsync(
            new RegisterTaskDefinitionRequest
            {
                Family = "bridge",
                NetworkMode = NetworkMode.Bridge,
                RequiresCompatibilities = ["EC2"],
                ContainerDefinitions =
                [
                    new ContainerDefinition
                    {
                        Name = "bridge",
                        Image = "bridge:1",
                        Memory = 64,
                        Environment = [new Amazon.ECS.Model.KeyValuePair { Name = "A", Value = "1" }],
                        LogConfiguration = new LogConfiguration
                        {
                            LogDriver = LogDriver.JsonFile,
                            Options = new() { ["max-size"] = "10m" },
                        },
                    },
                ],
                Tags = [new Amazon.ECS.Model.Tag { Key = "k", Value = "v" }],
            },
            None
        );
        var described = await ecs.DescribeTaskDefinitionAsync(
            new DescribeTaskDefinitionRequest { TaskDefinition = "bridge", Include = [TaskDefinitionField.TAGS] },
            None
        );
        var listed = await ecs.ListTaskDefinitionsAsync(
            new ListTaskDefinitionsRequest { FamilyPrefix = "bridge", Sort = SortOrder.DESC },
            None
        );
        var gone = await ecs.DeregisterTaskDefinitionAsync(
            new DeregisterTaskDefinitionRequest { TaskDefinition = registered.TaskDefinition.TaskDefinitionArn },
            None
        );

        registered.TaskDefinition.Revision.ShouldBe(1);
        var container = described.TaskDefinition.ContainerDefinitions.ShouldHaveSingleItem();
        container.Environment.ShouldHaveSingleItem().Value.ShouldBe("1");
        container.LogConfiguration.LogDriver.ShouldBe(LogDriver.JsonFile);
        container.LogConfiguration.Options.ShouldContainKeyAndValue("max-size", "10m");
        described.Tags.ShouldHaveSingleItem().Key.ShouldBe("k");
        listed.TaskDefinitionArns.ShouldBe([registered.TaskDefinition.TaskDefinitionArn]);
        gone.TaskDefinition.Status.ShouldBe(TaskDefinitionStatus.INACTIVE);
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_a_failure_and_its_services_an_exception()
    {
        using var ecs = new AmazonECSClient(LoopbackService.Credentials, moto.Reach(new AmazonECSConfig()));

        var described = await ecs.DescribeClustersAsync(new DescribeClustersRequest { Clusters = ["none"] }, None);

        described.Failures.ShouldHaveSingleItem().Reason.ShouldBe("MISSING");
        await Should.ThrowAsync<ClusterNotFoundException>(() =>
            ecs.DescribeServicesAsync(new DescribeServicesRequest { Cluster = "none", Services = ["s"] }, None)
        );
    }

    [Fact]
    public async Task A_function_is_made_changed_and_published_under_an_alias()
    {
        using var lambda = new AmazonLambdaClient(LoopbackService.Credentials, moto.Reach(new AmazonLambdaConfig()));
        var function = Guid.NewGuid().ToString("N");
        await moto.ArrangeAsync(
            "iam",
            new()
            {
                ["Action"] = "CreateRole",
                ["Version"] = "2010-05-08",
                ["RoleName"] = function,
                ["AssumeRolePolicyDocument"] = "{}",
            }
        );

        var created = await lambda.CreateFunctionAsync(
            new CreateFunctionRequest
            {
                FunctionName = function,
                Runtime = Runtime.ProvidedAl2023,
                Handler = "bootstrap",
                Role = $"arn:aws:iam::123456789012:role/{function}",
                Code = new FunctionCode { ZipFile = Zip("first") },
                Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["A"] = "1" } },
                Tags = new() { ["k"] = "v" },
            },
            None
        );
        var updated = await lambda.UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest { FunctionName = function, ZipFile = Zip("second") },
            None
        );
        await lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest { FunctionName = function, Timeout = 9 },
            None
        );
        var version = await lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = function }, None);
        await lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = function,
                Name = "live",
                FunctionVersion = version.Version,
            },
            None
        );
        await lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = function,
                StatementId = "connect",
                Action = "lambda:InvokeFunction",
                Principal = "connect.amazonaws.com",
            },
            None
        );
        var found = await lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = function }, None);
        var policy = await lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = function }, None);

        created.Environment.Variables.ShouldContainKeyAndValue("A", "1");
        updated.CodeSha256.ShouldNotBe(created.CodeSha256);
        found.Configuration.Timeout.ShouldBe(9);
        found.Configuration.CodeSha256.ShouldBe(updated.CodeSha256);
        found.Tags.ShouldContainKeyAndValue("k", "v");
        found.Code.Location.ShouldNotBeNullOrEmpty();
        policy.Policy.ShouldContain("connect.amazonaws.com");
        var versions = await lambda.ListVersionsByFunctionAsync(
            new ListVersionsByFunctionRequest { FunctionName = function },
            None
        );
        versions.Versions.Select(each => each.Version).ShouldContain(version.Version);
        await Should.ThrowAsync<Amazon.Lambda.Model.ResourceNotFoundException>(() =>
            lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = "none" }, None)
        );
    }

    private static MemoryStream Zip(string content)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("bootstrap").Open())
        {
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return bytes;
    }
}
