using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Connect.Api;

public sealed class ConnectServiceTests
{
    [Fact]
    public async Task A_draft_is_its_authors_alone_until_it_is_published()
    {
        await using var connect = await AnInstance.Start();
        var id = await connect.CreateFlow("support", AnInstance.Hello);
        var draft = AnInstance.Speaking("Not yet.");

        await connect.Write($"{id}:$SAVED", draft);

        (await connect.ContentOf(id)).ShouldBe(AnInstance.Hello);
        (await connect.ContentOf($"{id}:$SAVED")).ShouldBe(draft);

        await connect.Write(id, draft);
        (await connect.ContentOf(id)).ShouldBe(draft);
    }

    [Fact]
    public async Task A_flow_that_was_only_saved_is_not_published_and_need_not_be_right()
    {
        await using var connect = await AnInstance.Start();
        var id = await connect.CreateFlow("draft", "{}", "SAVED");

        var describe = () => connect.ContentOf(id);

        (await describe.ShouldThrowAsync<AwsException>()).Code.ShouldBe("ContactFlowNotPublishedException");
        (await connect.ContentOf($"{id}:$SAVED")).ShouldBe("{}");
    }

    [Fact]
    public async Task A_content_that_Connect_would_refuse_changes_nothing()
    {
        await using var connect = await AnInstance.Start();
        var id = await connect.CreateFlow("support", AnInstance.Hello);

        var write = () =>
            connect.Write(
                id,
                AnInstance
                    .Hello.Replace("\"end\"", "\"nowhere\"", StringComparison.Ordinal)
                    .Replace("\"Identifier\":\"nowhere\"", "\"Identifier\":\"end\"", StringComparison.Ordinal)
            );

        (await write.ShouldThrowAsync<AwsException>()).Code.ShouldBe("InvalidContactFlowException");
        (await connect.ContentOf(id)).ShouldBe(AnInstance.Hello);
    }

    [Fact]
    public async Task Flows_are_listed_page_by_page()
    {
        await using var connect = await AnInstance.Start();
        for (var i = 0; i < 5; i++)
        {
            await connect.CreateFlow($"flow {i}", AnInstance.Hello);
        }

        var names = new List<string>();
        var token = "";
        do
        {
            var page = await connect.Ask(
                HttpMethod.Get,
                $"/contact-flows-summary/{connect.Instance.Id}?maxResults=2{token}"
            );
            var items = page["ContactFlowSummaryList"]!.AsArray();
            items.Count.ShouldBeLessThanOrEqualTo(2);
            names.AddRange(items.Select(static item => (string)item!["Name"]!));
            token = (string?)page["NextToken"] is { } next ? $"&nextToken={Uri.EscapeDataString(next)}" : "";
        } while (token.Length > 0);

        names.ShouldBe(["flow 0", "flow 1", "flow 2", "flow 3", "flow 4"]);
    }

    [Fact]
    public async Task Modules_have_an_API_of_their_own()
    {
        await using var connect = await AnInstance.Start();
        var path = $"/contact-flow-modules/{connect.Instance.Id}";
        var created = await connect.Ask(
            HttpMethod.Put,
            path,
            new JsonObject { ["Name"] = "greeting", ["Content"] = AnInstance.Hello }
        );
        var id = (string)created["Id"]!;

        await connect.Ask(HttpMethod.Post, $"{path}/{id}/metadata", new JsonObject { ["State"] = "ARCHIVED" });

        var module = (await connect.Ask(HttpMethod.Get, $"{path}/{id}"))["ContactFlowModule"]!;
        ((string?)module["State"]).ShouldBe("ARCHIVED");
        ((string?)module["Content"]).ShouldBe(AnInstance.Hello);
        var wrong = () => connect.Ask(HttpMethod.Post, $"{path}/{id}/content", new JsonObject { ["Content"] = "{}" });
        (await wrong.ShouldThrowAsync<AwsException>()).Code.ShouldBe("InvalidContactFlowModuleException");
        await connect.Ask(HttpMethod.Delete, $"{path}/{id}");
        connect.Instance.Modules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Functions_are_associated_once_and_dissociated_once()
    {
        await using var connect = await AnInstance.Start();
        var arn = LocalAccount.Arn("lambda", "function:invoke-fargate-task");
        var path = $"/instance/{connect.Instance.Id}/lambda-function";
        var associate = () => connect.Ask(HttpMethod.Put, path, new JsonObject { ["FunctionArn"] = arn });
        var dissociate = () => connect.Ask(HttpMethod.Delete, $"{path}?functionArn={Uri.EscapeDataString(arn)}");

        await associate();
        (await associate.ShouldThrowAsync<AwsException>()).Code.ShouldBe("ResourceConflictException");
        var list = await connect.Ask(HttpMethod.Get, $"{path}s");
        list["LambdaFunctions"]!.ToJsonString().ShouldBe($"[\"{arn}\"]");
        await dissociate();
        (await dissociate.ShouldThrowAsync<AwsException>()).Code.ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public async Task Requests_are_throttled_as_often_as_a_test_asks()
    {
        await using var connect = await AnInstance.Start();
        connect.Instance.ThrottleNext(2);
        var list = () => connect.Ask(HttpMethod.Get, "/instance");

        (await list.ShouldThrowAsync<AwsException>()).Status.ShouldBe(429);
        (await list.ShouldThrowAsync<AwsException>()).Code.ShouldBe("ThrottlingException");
        ((string?)(await list())["InstanceSummaryList"]![0]!["Id"]).ShouldBe(connect.Instance.Id);
    }

    [Fact]
    public async Task The_aws_CLI_creates_updates_and_describes_a_flow()
    {
        await using var connect = await AnInstance.Start();
        string[] instance = ["--instance-id", connect.Instance.Id];
        var created = await AwsCli.RunAsync(
            connect.Door,
            [
                "connect",
                "create-contact-flow",
                .. instance,
                "--name",
                "cli",
                "--type",
                "CONTACT_FLOW",
                "--content",
                AnInstance.Hello,
            ]
        );
        var id = (string)JsonNode.Parse(created)!["ContactFlowId"]!;
        var draft = AnInstance.Speaking("Draft.");

        await AwsCli.RunAsync(
            connect.Door,
            [
                "connect",
                "update-contact-flow-content",
                .. instance,
                "--contact-flow-id",
                $"{id}:$SAVED",
                "--content",
                draft,
            ]
        );

        (await Described(id)).ShouldBe(AnInstance.Hello);
        (await Described($"{id}:$SAVED")).ShouldBe(draft);

        async Task<string?> Described(string reference) =>
            (string?)
                JsonNode.Parse(
                    await AwsCli.RunAsync(
                        connect.Door,
                        ["connect", "describe-contact-flow", .. instance, "--contact-flow-id", reference]
                    )
                )!["ContactFlow"]!["Content"];
    }
}
