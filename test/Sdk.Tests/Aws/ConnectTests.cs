using System.Text.Json.Nodes;
using Amazon.Connect;
using Amazon.Connect.Model;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class ConnectTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static AmazonConnectClient ClientOf(LoopbackService service) =>
        new(
            LoopbackService.Credentials,
            new AmazonConnectConfig
            {
                ServiceURL = service.Url,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            }
        );

    [Fact]
    public async Task Flows_are_listed_by_kind_and_page()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            JsonNode.Parse(
                """{"ContactFlowSummaryList":[{"Id":"f","ContactFlowType":"CONTACT_FLOW"}],"NextToken":"n"}"""
            )!
        );
        using var client = ClientOf(service);

        var response = await client.ListContactFlowsAsync(
            new ListContactFlowsRequest
            {
                InstanceId = "i",
                ContactFlowTypes = ["CONTACT_FLOW", "AGENT_WHISPER"],
                NextToken = "a+/=",
            },
            None
        );

        var sent = service.Only;
        (sent.Method, sent.Path).ShouldBe(("GET", "/contact-flows-summary/i"));
        sent.Query.ShouldBe(
            [
                KeyValuePair.Create("contactFlowTypes", "CONTACT_FLOW"),
                KeyValuePair.Create("contactFlowTypes", "AGENT_WHISPER"),
                KeyValuePair.Create("nextToken", "a+/="),
            ],
            ignoreOrder: true
        );
        sent.Body.ShouldBeEmpty();
        sent.Scope.ShouldEndWith("/us-east-1/connect/aws4_request");
        response.ContactFlowSummaryList.ShouldHaveSingleItem().ContactFlowType.ShouldBe(ContactFlowType.CONTACT_FLOW);
        response.NextToken.ShouldBe("n");
    }

    [Fact]
    public async Task A_flow_that_is_not_valid_tells_each_of_its_problems()
    {
        await using var service = await LoopbackService.StartAsync(
            static (_, context) =>
            {
                context.Response.Headers["x-amzn-ErrorType"] = "InvalidContactFlowException";
                return LoopbackService.AnswerAsync(
                    context,
                    """{"problems":[{"message":"first"},{"message":"second"}]}""",
                    400
                );
            }
        );
        using var client = ClientOf(service);

        var error = await Should.ThrowAsync<InvalidContactFlowException>(() =>
            client.UpdateContactFlowContentAsync(
                new UpdateContactFlowContentRequest
                {
                    InstanceId = "i",
                    ContactFlowId = "f:$SAVED",
                    Content = "{}",
                },
                None
            )
        );

        error.Problems.Select(problem => problem.Message).ShouldBe(["first", "second"]);
        service.Only.Path.ShouldBe("/contact-flows/i/f%3A%24SAVED/content");
        service.Only.Json.ToJsonString().ShouldBe("""{"Content":"{}"}""");
    }
}
