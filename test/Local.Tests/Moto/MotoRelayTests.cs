using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Moto;

public sealed class MotoRelayTests(MotoProcess moto)
{
    [Fact]
    public async Task Services_of_each_protocol_answer_the_aws_CLI_through_the_door_in_the_one_account()
    {
        await using var cloud = await AMoto.With(moto);
        var identity = await AwsCli.RunAsync(cloud.Door, "sts", "get-caller-identity");
        ((string?)JsonNode.Parse(identity)!["Account"]).ShouldBe(LocalAccount.Id);

        await AwsCli.RunAsync(cloud.Door, "ecr", "create-repository", "--repository-name", "relay");
        var repositories = await AwsCli.RunAsync(cloud.Door, "ecr", "describe-repositories");
        repositories.ShouldContain($"{LocalAccount.Id}.dkr.ecr.us-east-1.amazonaws.com/relay");

        var subnets = await AwsCli.RunAsync(cloud.Door, "ec2", "describe-subnets");
        JsonNode.Parse(subnets)!["Subnets"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_moto_refuses_reaches_the_client_with_its_name()
    {
        await using var cloud = await AMoto.With(moto);
        var describe = () =>
            cloud.Client.JsonAsync(
                "ecr",
                "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories",
                new JsonObject { ["repositoryNames"] = new JsonArray("nobody-made-it") },
                TestContext.Current.CancellationToken
            );
        (await describe.ShouldThrowAsync<AwsException>()).Code.ShouldBe("RepositoryNotFoundException");

        var stack = () =>
            cloud.Client.QueryAsync(
                "cloudformation",
                new Dictionary<string, string>
                {
                    ["Action"] = "DescribeStacks",
                    ["Version"] = "2010-05-15",
                    ["StackName"] = "nobody-made-it",
                },
                TestContext.Current.CancellationToken
            );
        (await stack.ShouldThrowAsync<AwsException>()).Code.ShouldBe("ValidationError");
    }
}
