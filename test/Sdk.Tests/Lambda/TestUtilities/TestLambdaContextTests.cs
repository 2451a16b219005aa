using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;

namespace SonicBridge.Sdk.Tests.Lambda.TestUtilities;

public sealed class TestLambdaContextTests
{
    private static readonly string End = Environment.NewLine;

    [Fact]
    public void Logger_keeps_what_is_logged()
    {
        var logger = new TestLambdaContext().Logger;

        logger.Log("as it is, ");
        logger.LogLine("a line");
        logger.LogWarning("take care");
        logger.LogInformation("{count} left", 3);

        logger
            .ShouldBeOfType<TestLambdaLogger>()
            .Buffer.ToString()
            .ShouldBe($"as it is, a line{End}Warning: take care{End}Information: {{count}} left{End}\t3{End}{End}");
    }

    [Fact]
    public void Logger_keeps_exceptions()
    {
        var logger = new TestLambdaLogger();
        var exception = new IOException("gone");

        ((ILambdaLogger)logger).LogError(exception, "oh {what}", "no");

        logger.Buffer.ToString().ShouldContain("Error: oh {what}");
        logger.Buffer.ToString().ShouldContain(exception.ToString());
    }

    [Fact]
    public void Context_holds_what_a_test_gives_it()
    {
        ILambdaContext context = new TestLambdaContext
        {
            AwsRequestId = "id",
            RemainingTime = TimeSpan.FromSeconds(8),
            ClientContext = new TestClientContext { Client = new TestClientApplication { AppTitle = "Till" } },
            Identity = new TestCognitoIdentity { IdentityId = "me" },
        };

        context.AwsRequestId.ShouldBe("id");
        context.RemainingTime.ShouldBe(TimeSpan.FromSeconds(8));
        context.ClientContext.Client.AppTitle.ShouldBe("Till");
        context.ClientContext.Custom.ShouldBeEmpty();
        context.Identity.IdentityId.ShouldBe("me");
        context.Serializer.ShouldBeNull();
    }
}
