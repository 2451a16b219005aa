using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class CanaryNamesTests
{
    [Fact]
    public void A_migrations_synthetic_calls_have_ids_of_their_own_that_are_the_same_next_time()
    {
        var first = CanaryNames.ContactOf("migration-1", 1);

        CanaryNames.ContactOf("migration-1", 1).ShouldBe(first);
        CanaryNames.ContactOf("migration-1", 2).ShouldNotBe(first);
        CanaryNames.ContactOf("migration-2", 1).ShouldNotBe(first);
    }

    [Theory]
    [InlineData("a1b2", "nova-sonic-canary-a1b2")]
    [InlineData("ümlaut and space", "nova-sonic-canary--mlaut-and-space")]
    public void A_stream_has_a_name_that_Kinesis_Video_takes(string migration, string name) =>
        CanaryNames.StreamOf(migration).ShouldBe(name);

    [Fact]
    public void A_long_name_is_cut() => CanaryNames.StreamOf(new string('x', 500)).Length.ShouldBe(256);
}
