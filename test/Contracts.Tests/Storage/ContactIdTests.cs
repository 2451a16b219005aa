using CsCheck;

namespace SonicBridge.Contracts.Tests.Storage;

public sealed class ContactIdTests
{
    [Fact]
    public void An_id_is_kept_in_lower_case() =>
        Gen.Guid.Sample(id => ContactId.Parse(id.ToString().ToUpperInvariant()).ToString() == id.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("test")]
    [InlineData("5b9dd5c69a3e4c7e8f430d1a2b3c4d5e")]
    [InlineData("{5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e}")]
    [InlineData("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e ")]
    [InlineData("0x9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e")]
    [InlineData("+b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e")]
    public void Anything_but_a_plain_uuid_is_refused(string? text) => ContactId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_taken_is_what_was_given() =>
        Gen.String.Sample(text =>
            !ContactId.TryParse(text, out var id) || id.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)
        );
}
