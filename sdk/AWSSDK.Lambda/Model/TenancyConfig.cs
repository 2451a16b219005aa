namespace Amazon.Lambda.Model;

/// <summary>Whether tenants are kept apart.</summary>
public partial class TenancyConfig
{
    public TenantIsolationMode TenantIsolationMode { get; set; }
}
