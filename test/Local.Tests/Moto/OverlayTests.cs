using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Tests.Moto;

public sealed class OverlayTests(MotoProcess moto)
{
    private const string Ecs = "AmazonEC2ContainerServiceV20141113.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_functions_code_comes_back_byte_for_byte_from_its_location()
    {
        await using var cloud = await AMoto.With(moto);
        var zip = Zip("export const handler = async () => ({});");
        await CreateFunctionAsync(cloud, "code-comes-back", zip);

        var function = await cloud.Client.RestAsync(
            "lambda",
            HttpMethod.Get,
            "/2015-03-31/functions/code-comes-back",
            null,
            Cancellation
        );
        using var http = new HttpClient();
        var location = (string)function["Code"]!["Location"]!;
        (await http.GetByteArrayAsync(location, Cancellation)).ShouldBe(zip);
    }

    [Fact]
    public async Task An_invocation_of_a_function_with_a_stand_in_goes_there_with_its_qualifier()
    {
        await using var cloud = await AMoto.With(moto, new Echo("stand-in"));
        var answer = await cloud.Client.RestAsync(
            "lambda",
            HttpMethod.Post,
            "/2015-03-31/functions/stand-in/invocations?Qualifier=live",
            new JsonObject { ["said"] = "hello" },
            Cancellation
        );
        answer.ToJsonString().ShouldBe("""{"qualifier":"live","event":{"said":"hello"}}""");
    }

    [Fact]
    public async Task A_task_of_our_cluster_runs_here_by_the_definition_that_moto_has()
    {
        await using var cloud = await AMoto.With(moto);
        await AskEcs(cloud, "CreateCluster", new JsonObject { ["clusterName"] = AMoto.Cluster });
        await AskEcs(
            cloud,
            "RegisterTaskDefinition",
            new JsonObject
            {
                ["family"] = "bridge-of-moto",
                ["containerDefinitions"] = new JsonArray(
                    new JsonObject
                    {
                        ["name"] = "bridge",
                        ["image"] = "i",
                        ["command"] = new JsonArray("task"),
                        ["memory"] = 64,
                    }
                ),
            }
        );
        var run = new JsonObject { ["cluster"] = AMoto.Cluster, ["taskDefinition"] = "bridge-of-moto" };
        var refused = () => AskEcs(cloud, "RunTask", run);
        (await refused.ShouldThrowAsync<AwsException>()).Message.ShouldContain("No Container Instances");

        await RegisterInstanceAsync(cloud);
        var task = (await AskEcs(cloud, "RunTask", run))["tasks"]!.AsArray().ShouldHaveSingleItem()!;

        ((string?)task["taskDefinitionArn"]).ShouldEndWith("task-definition/bridge-of-moto:1");
        var listed = await AskEcs(cloud, "ListTasks", new JsonObject { ["cluster"] = AMoto.Cluster });
        listed["taskArns"]!.AsArray().Select(arn => (string?)arn).ShouldContain((string?)task["taskArn"]);
    }

    private static async Task RegisterInstanceAsync(AMoto cloud)
    {
        var launched = await cloud.Client.QueryAsync(
            "ec2",
            new Dictionary<string, string>
            {
                ["Action"] = "RunInstances",
                ["Version"] = "2016-11-15",
                ["ImageId"] = "ami-0aae19d30bab785d3",
                ["MinCount"] = "1",
                ["MaxCount"] = "1",
            },
            Cancellation
        );
        var id = launched.Descendants().First(static e => e.Name.LocalName == "instanceId").Value;
        var document = new JsonObject { ["instanceId"] = id }.ToJsonString();
        await AskEcs(
            cloud,
            "RegisterContainerInstance",
            new JsonObject { ["cluster"] = AMoto.Cluster, ["instanceIdentityDocument"] = document }
        );
    }

    private static async Task CreateFunctionAsync(AMoto cloud, string name, byte[] zip)
    {
        var trust = """{"Version":"2012-10-17","Statement":[]}""";
        await cloud.Client.QueryAsync(
            "iam",
            new Dictionary<string, string>
            {
                ["Action"] = "CreateRole",
                ["Version"] = "2010-05-08",
                ["RoleName"] = $"{name}-role",
                ["AssumeRolePolicyDocument"] = trust,
            },
            Cancellation
        );
        await cloud.Client.RestAsync(
            "lambda",
            HttpMethod.Post,
            "/2015-03-31/functions",
            new JsonObject
            {
                ["FunctionName"] = name,
                ["Runtime"] = "nodejs22.x",
                ["Handler"] = "index.handler",
                ["Role"] = $"arn:aws:iam::{LocalAccount.Id}:role/{name}-role",
                ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(zip) },
            },
            Cancellation
        );
    }

    private static Task<JsonObject> AskEcs(AMoto cloud, string operation, JsonObject request) =>
        cloud.Client.JsonAsync("ecs", Ecs + operation, request, Cancellation);

    private static byte[] Zip(string code)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("index.mjs").Open())
        {
            entry.Write(Encoding.UTF8.GetBytes(code));
        }

        return bytes.ToArray();
    }

    private sealed class Echo(string name) : ISimulatedFunction
    {
        public string Name => name;

        public Task<InvocationResult> InvokeAsync(
            string? qualifier,
            ReadOnlyMemory<byte> payload,
            CancellationToken cancellationToken
        )
        {
            var text = $$"""{"qualifier":"{{qualifier}}","event":{{Encoding.UTF8.GetString(payload.Span)}}}""";
            return Task.FromResult(new InvocationResult(Encoding.UTF8.GetBytes(text), null));
        }
    }
}
