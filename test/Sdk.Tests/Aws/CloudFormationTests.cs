using System.Net;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class CloudFormationTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static AmazonCloudFormationClient ClientOf(LoopbackService service) =>
        new(
            LoopbackService.Credentials,
            new AmazonCloudFormationConfig
            {
                ServiceURL = service.Url,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            }
        );

    private static Task<LoopbackService> AnsweringAsync(string xml, int status = 200) =>
        LoopbackService.StartAsync((_, context) => LoopbackService.AnswerAsync(context, xml, status));

    [Fact]
    public async Task A_change_set_goes_out_as_a_form()
    {
        await using var service = await AnsweringAsync(
            """
            <CreateChangeSetResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
              <CreateChangeSetResult><Id>arn:c</Id><StackId>arn:s</StackId></CreateChangeSetResult>
            </CreateChangeSetResponse>
            """
        );
        using var client = ClientOf(service);

        var response = await client.CreateChangeSetAsync(
            new CreateChangeSetRequest
            {
                StackName = "s",
                ChangeSetName = "c",
                ChangeSetType = ChangeSetType.CREATE,
                Capabilities = [Capability.CAPABILITY_IAM],
                Parameters = [new Parameter { ParameterKey = "K", ParameterValue = "a b&c=ü" }],
                Tags = [],
                IncludeNestedStacks = true,
            },
            None
        );

        var sent = service.Only;
        (sent.Method, sent.Target).ShouldBe(("POST", "/"));
        sent.Scope.ShouldEndWith("/us-east-1/cloudformation/aws4_request");
        sent.Headers["content-type"].ShouldStartWith("application/x-www-form-urlencoded");
        sent.Form.ShouldBe(
            new Dictionary<string, string>
            {
                ["Action"] = "CreateChangeSet",
                ["Version"] = "2010-05-15",
                ["Capabilities.member.1"] = "CAPABILITY_IAM",
                ["ChangeSetName"] = "c",
                ["ChangeSetType"] = "CREATE",
                ["IncludeNestedStacks"] = "true",
                ["Parameters.member.1.ParameterKey"] = "K",
                ["Parameters.member.1.ParameterValue"] = "a b&c=ü",
                ["StackName"] = "s",
                ["Tags"] = "",
            },
            ignoreOrder: true
        );
        response.Id.ShouldBe("arn:c");
        response.ResponseMetadata.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task A_stack_is_read_with_outputs_and_without_what_is_empty()
    {
        await using var service = await AnsweringAsync(
            """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
              <StackName>s</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2025-11-24T16:00:00.500Z</CreationTime>
              <Outputs><member><OutputKey>A</OutputKey><OutputValue>1</OutputValue></member>
                       <member><OutputKey>B</OutputKey><OutputValue>2</OutputValue></member></Outputs>
              <Tags/><DisableRollback>false</DisableRollback>
            </member></Stacks></DescribeStacksResult></DescribeStacksResponse>
            """
        );
        using var client = ClientOf(service);

        var response = await client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "s" }, None);

        var stack = response.Stacks.ShouldHaveSingleItem();
        stack.StackStatus.ShouldBe(StackStatus.CREATE_COMPLETE);
        stack.CreationTime.ShouldBe(new DateTime(2025, 11, 24, 16, 0, 0, 500, DateTimeKind.Utc));
        stack.Outputs.Select(output => output.OutputValue).ShouldBe(["1", "2"]);
        stack.DisableRollback.ShouldBe(false);
        stack.Tags.ShouldBeNull();
        stack.DeletionTime.ShouldBeNull();
    }

    [Theory]
    [InlineData("ChangeSetNotFound", 404, typeof(ChangeSetNotFoundException))]
    [InlineData("InsufficientCapabilitiesException", 400, typeof(InsufficientCapabilitiesException))]
    [InlineData("AlreadyExistsException", 400, typeof(AlreadyExistsException))]
    [InlineData("ValidationError", 400, typeof(AmazonCloudFormationException))]
    public async Task An_error_becomes_the_exception_of_its_code(string code, int status, Type expected)
    {
        await using var service = await AnsweringAsync(
            $"""
            <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
              <Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error><RequestId>r-1</RequestId>
            </ErrorResponse>
            """,
            status
        );
        using var client = ClientOf(service);

        var error = await Should.ThrowAsync<AmazonCloudFormationException>(() =>
            client.DeleteChangeSetAsync(new DeleteChangeSetRequest { ChangeSetName = "c" }, None)
        );

        error.ShouldBeOfType(expected);
        error.Message.ShouldBe("no");
        error.ErrorCode.ShouldBe(code);
        error.RequestId.ShouldBe("r-1");
        error.StatusCode.ShouldBe((HttpStatusCode)status);
    }
}
